package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.models.domain.TrainedModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people dealt with lately, of those who allow to learn from them. Immutable. */
public final class Recent {
    /** Nothing happened. */
    public static final Recent NOTHING = new Recent(List.of(), Map.of(), 0);

    private final List<String> ranking;
    private final Map<String, Integer> people;
    private final long total;
    private final Map<Group, Recent> groups;
    private volatile @Nullable Counts counts;

    /**
     * What happened.
     *
     * @param ranking product ids, by how many people
     * @param people by product id
     * @param total people and products
     */
    public Recent(List<String> ranking, Map<String, Integer> people, long total) {
        this(ranking, people, total, Map.of());
    }

    /**
     * The same with what happened in groups.
     *
     * @param groups what people did who have something in common, where they are enough to tell nobody apart
     */
    public Recent(List<String> ranking, Map<String, Integer> people, long total, Map<Group, Recent> groups) {
        this.ranking = List.copyOf(ranking);
        this.people = Map.copyOf(people);
        this.total = total;
        this.groups = Map.copyOf(groups);
    }

    /** The same, by a model's numbers: found once a model, since each request asks for hundreds. */
    @SuppressWarnings("ArrayRecordComponent") // never written after it was made
    private record Counts(String version, int[] people) {}

    /** Product ids, by how many people. */
    public List<String> ranking() {
        return ranking;
    }

    /** How many people dealt with a product; by product id. */
    public Map<String, Integer> people() {
        return people;
    }

    /** People and products. */
    public long total() {
        return total;
    }

    /** What happened in groups that are large enough. */
    public Map<Group, Recent> groups() {
        return groups;
    }

    /** How many people dealt with each product of a model; not a copy. */
    public int[] people(TrainedModel model) {
        Counts known = counts;
        if (known == null || !known.version().equals(model.version())) {
            known = new Counts(model.version(), counted(model));
            counts = known;
        }
        return known.people();
    }

    private int[] counted(TrainedModel model) {
        int[] counted = new int[model.itemCount()];
        people.forEach((id, count) -> {
            int item = model.indexOf(id);
            if (item >= 0) {
                counted[item] = count;
            }
        });
        return counted;
    }
}
