package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.History;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds of what people took after the split what can be found, and counts what can't. */
final class Sought {
    private static final String PEOPLE = "people";
    private static final String LINES = "lines of the test part";
    private static final String HAD = "the person has the item already, so it isn't recommended; --repeats counts it";
    private static final String NEW = "the item comes first in the test part; --new-items makes it a candidate";
    private static final String UNWANTED = "it doesn't count as found, after --target or --relevant";
    private static final float[] UNRATED = {};

    private final Rules rules;
    private final Numbering items;
    private final Omissions omissions = new Omissions();
    private final Set<Integer> newItems = new HashSet<>();

    Sought(Rules rules, Numbering items) {
        this.rules = rules;
        this.items = items;
    }

    /**
     * What was wanted, once each; not what the person already had, unless it may be taken again.
     *
     * @param there whether train has the person
     * @param entries of the person after the split
     */
    Truth of(boolean there, List<Entry> entries, History known) {
        Set<Integer> had = rules.repeats() ? Set.of() : had(entries, known);
        Map<Integer, Float> taken = new LinkedHashMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Entry entry : entries) {
            int item = items.of(entry.item());
            if (!entry.wanted()) {
                leaveOut(UNWANTED, reasons);
            } else if (item >= items.inTrain()) {
                newItems.add(item);
                leaveOut(NEW, reasons);
            } else if (had.contains(item)) {
                leaveOut(HAD, reasons);
            } else {
                taken.put(item, entry.weight());
            }
        }
        if (taken.isEmpty() && entries.isEmpty() && there) {
            omissions.add(PEOPLE, "nothing of theirs is in the test part");
        } else if (taken.isEmpty() && !entries.isEmpty()) {
            omissions.add(PEOPLE, "nothing that they took can be found: " + String.join("; or ", sorted(reasons)));
        } else if (!taken.isEmpty() && !there) {
            omissions.add(PEOPLE, "train doesn't know them: they are in no mean, but in the slice history 0");
        }
        return truth(taken);
    }

    private void leaveOut(String reason, Set<String> reasons) {
        omissions.add(LINES, reason);
        reasons.add(reason);
    }

    private static List<String> sorted(Set<String> reasons) {
        return reasons.stream().sorted().toList();
    }

    private static Set<Integer> had(List<Entry> entries, History known) {
        Set<Integer> had = new HashSet<>();
        for (int place = 0; place < known.size() && !entries.isEmpty(); place++) {
            had.add(known.item(place));
        }
        return had;
    }

    private Truth truth(Map<Integer, Float> taken) {
        List<Float> given = rules.rated() ? new ArrayList<>(taken.values()) : List.of();
        float[] ratings = rules.rated() ? new float[given.size()] : UNRATED;
        for (int n = 0; n < ratings.length; n++) {
            ratings[n] = given.get(n);
        }
        return new Truth(taken.keySet().stream().mapToInt(Integer::intValue).toArray(), ratings, Truth.ALL);
    }

    /** What could not be asked for, after all people. */
    List<LeftOut> leftOut() {
        Omissions all = new Omissions();
        all.addAll(omissions.all());
        all.add("items", newItems.size(), "they come first in the test part; --new-items makes them candidates");
        return all.all();
    }
}
