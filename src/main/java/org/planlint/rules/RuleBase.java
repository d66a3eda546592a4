package org.planlint.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** The shipped rules, compiled by the build, with their pages. Shared by all threads. */
public final class RuleBase {
    private static final String MODELS = "META-INF/kie/org.planlint/planlint/drools-model";

    private static final class Shipped {
        static final RuleBase INSTANCE = new RuleBase(PageIndex.load(), load());
    }

    private final PageIndex index;
    private final KieBase base;

    private RuleBase(PageIndex index, KieBase base) {
        this.index = index;
        this.base = base;
    }

    public static RuleBase shipped() {
        return Shipped.INSTANCE;
    }

    /** Loads the models directly: a class-path container would look for build files that a fat jar does not have. */
    private static KieBase load() {
        ClassLoader loader = RuleBase.class.getClassLoader();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try (InputStream in = loader.getResourceAsStream(MODELS)) {
            if (in == null) {
                throw new IllegalStateException(MODELS + " is missing: the build did not compile the rules");
            }
            List<Model> models = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("Drools-Model-Version")) {
                    models.add((Model) loader.loadClass(line.strip()).getDeclaredConstructor().newInstance());
                }
            }
            return KieBaseBuilder.createKieBaseFromModel(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    KieBase base() {
        return base;
    }

    public List<RulePage> pages() {
        return index.pages();
    }

    public RulePage page(String id) {
        return index.pages().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }

    public String digest() {
        return index.digest();
    }
}
