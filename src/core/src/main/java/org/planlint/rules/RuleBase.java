package org.planlint.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Rules ready to judge, with their pages: the shipped ones, and those that an office has added. Shared by all threads. */
public final class RuleBase {
    private static final String MODELS = "META-INF/kie/org.planlint/planlint-core/drools-model";

    /** What is compiled is loaded when a rule is first to be run: a process that only asks others to judge never does. */
    private static final class Models {
        static final List<Model> ALL = models();
    }

    private static final class Documents {
        static final KieBase BASE = compiled(rulesOf(Shipped.INSTANCE.index, RulePage.Scope.DOCUMENT));
        static final Map<String, Set<Class<?>>> TYPES = RuleTypes.of(BASE);
    }

    private static final class Shipped {
        static final RuleBase INSTANCE = new RuleBase(PageIndex.load(), Map.of());
    }

    private final PageIndex index;
    private final Map<String, RulePage> pages = new LinkedHashMap<>();
    /** The rules that an office has added, each in a base of its own, so that one that breaks leaves the others alone. */
    private final Map<String, KieBase> added;

    private RuleBase(PageIndex index, Map<String, KieBase> added) {
        this.index = index;
        this.added = added;
        index.pages().forEach(page -> pages.put(page.id(), page));
    }

    public static RuleBase shipped() {
        return Shipped.INSTANCE;
    }

    /** These rules and more; the pages of {@code more} say what each rule is, {@code bases} hold them by id. */
    RuleBase with(PageIndex more, Map<String, KieBase> bases) {
        Map<String, KieBase> all = new LinkedHashMap<>(added);
        all.putAll(bases);
        return new RuleBase(index.and(more), all);
    }

    /** Loads the models directly: a class-path container would look for build files that a fat jar does not have. */
    private static List<Model> models() {
        ClassLoader loader = RuleBase.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(MODELS)) {
            if (in == null) {
                throw new IllegalStateException(MODELS + " is missing: the build did not compile the rules");
            }
            List<Model> models = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("Drools-Model-Version")) {
                    models.add((Model) loader.loadClass(line.strip())
                            .getDeclaredConstructor()
                            .newInstance());
                }
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drools finds its services through the thread's class loader, which in a host is not ours. */
    static <T> T within(Supplier<T> work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(RuleBase.class.getClassLoader());
        try {
            return work.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The shipped rules over one document. */
    KieBase base() {
        return Documents.BASE;
    }

    /** Which facts the conditions of a shipped rule over one document name. */
    Set<Class<?>> types(String id) {
        return Documents.TYPES.getOrDefault(id, Set.of());
    }

    Map<String, KieBase> added() {
        return added;
    }

    /** One shipped rule in a base of its own. */
    KieBase alone(String id) {
        return compiled(Set.of(id));
    }

    /** The shipped rules over an archive. */
    KieBase archive() {
        return compiled(rulesOf(Shipped.INSTANCE.index, RulePage.Scope.ARCHIVE));
    }

    private static Set<String> rulesOf(PageIndex index, RulePage.Scope scope) {
        return index.pages().stream()
                .filter(page -> page.scope() == scope)
                .map(RulePage::id)
                .collect(Collectors.toSet());
    }

    private static KieBase compiled(Set<String> ids) {
        List<Model> some = new ArrayList<>();
        for (Model model : Models.ALL) {
            List<Rule> rules = model.getRules().stream()
                    .filter(rule -> ids.contains(idOf(rule.getName())))
                    .toList();
            if (!rules.isEmpty()) {
                some.add(new ModelImpl(model.getName()).withRules(rules).withGlobals(model.getGlobals()));
            }
        }
        return within(() -> KieBaseBuilder.createKieBaseFromModel(some));
    }

    /** The rule's id: its name without the part behind the slash. */
    static String idOf(String ruleName) {
        int part = ruleName.indexOf('/');
        return part < 0 ? ruleName : ruleName.substring(0, part);
    }

    public List<RulePage> pages() {
        return index.pages();
    }

    public RulePage page(String id) {
        return pages.get(id);
    }

    public String digest() {
        return index.digest();
    }
}
