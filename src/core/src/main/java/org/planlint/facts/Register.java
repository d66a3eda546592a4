package org.planlint.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The numbers that one agency gave to its plans in one year, as far as the archive holds them.
 *
 * @param plans by number, then date
 */
public record Register(String agency, int year, List<PlanCard> plans) {
    /**
     * A plan whose date lies on the wrong side of its neighbour's.
     *
     * @param days      how far
     * @param neighbour the nearest plan in order with a smaller number and a later date, or a larger number and an earlier one
     */
    public record Misplaced(PlanCard plan, PlanCard neighbour, int days) {
        public List<String> paths() {
            return List.of(plan.path(), neighbour.path());
        }
    }

    public Register {
        plans = plans.stream()
                .sorted(Comparator.comparing(PlanCard::number)
                        .thenComparing(PlanCard::issued)
                        .thenComparing(PlanCard::path))
                .toList();
    }

    /** How many numbers of it the archive holds. */
    public int size() {
        return (int) plans.stream().map(PlanCard::number).distinct().count();
    }

    /**
     * The fewest plans without which numbers and dates run the same way. None where fewer than half would be left: such
     * numbers are not given by date.
     */
    public List<Misplaced> misplaced() {
        boolean[] inOrder = longestOrder();
        int kept = 0;
        for (boolean one : inOrder) {
            kept += one ? 1 : 0;
        }
        List<Misplaced> found = new ArrayList<>();
        if (kept * 2 < plans.size()) {
            return found;
        }
        for (int i = 0; i < plans.size(); i++) {
            Misplaced one = inOrder[i] || isCopyOfTheOneBefore(i) ? null : misplaced(i, inOrder);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** The same plan in another format. */
    private boolean isCopyOfTheOneBefore(int at) {
        return at > 0
                && plans.get(at).number().equals(plans.get(at - 1).number())
                && plans.get(at).issued().equals(plans.get(at - 1).issued());
    }

    private Misplaced misplaced(int at, boolean[] inOrder) {
        PlanCard plan = plans.get(at);
        for (int i = at - 1; i >= 0; i--) {
            if (inOrder[i]
                    && plans.get(i).issued().isAfter(plan.issued())
                    && !plans.get(i).number().equals(plan.number())) {
                return new Misplaced(plan, plans.get(i), days(plan, plans.get(i)));
            }
        }
        for (int i = at + 1; i < plans.size(); i++) {
            if (inOrder[i]
                    && plans.get(i).issued().isBefore(plan.issued())
                    && !plans.get(i).number().equals(plan.number())) {
                return new Misplaced(plan, plans.get(i), days(plan, plans.get(i)));
            }
        }
        return null;
    }

    private static int days(PlanCard one, PlanCard other) {
        return (int) Math.abs(one.issued().toEpochDay() - other.issued().toEpochDay());
    }

    /** The longest run of plans, not needing to be neighbours, whose dates never go back (patience sorting). */
    private boolean[] longestOrder() {
        int n = plans.size();
        int[] tail = new int[n];
        int[] before = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (plans.get(tail[middle]).issued().isAfter(plans.get(i).issued())) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            before[i] = low == 0 ? -1 : tail[low - 1];
            tail[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] inOrder = new boolean[n];
        Arrays.fill(inOrder, false);
        for (int i = length == 0 ? -1 : tail[length - 1]; i >= 0; i = before[i]) {
            inOrder[i] = true;
        }
        return inOrder;
    }
}
