package org.planlint.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.kie.api.KieBase;

/** Reads off rules which types their conditions name, so that nothing else has to be looked for. */
final class RuleTypes {
    private RuleTypes() {}

    /** By the rule's id. */
    static Map<String, Set<Class<?>>> of(KieBase base) {
        Map<String, Set<Class<?>>> types = new HashMap<>();
        base.getKiePackages().stream()
                .flatMap(all -> all.getRules().stream())
                .forEach(rule -> read(
                        ((RuleImpl) rule).getLhs(),
                        types.computeIfAbsent(RuleBase.idOf(rule.getName()), id -> new HashSet<>())));
        return types;
    }

    private static void read(RuleConditionElement condition, Set<Class<?>> types) {
        if (condition instanceof Pattern pattern) {
            if (pattern.getObjectType() instanceof ClassObjectType type) {
                types.add(type.getClassType());
            }
            if (pattern.getSource() != null) {
                read(pattern.getSource(), types);
            }
        }
        condition.getNestedElements().forEach(nested -> read(nested, types));
    }
}
