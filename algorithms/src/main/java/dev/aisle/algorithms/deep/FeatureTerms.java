package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.content.ItemContent.Term;
import dev.aisle.algorithms.recommend.Interactions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The terms that are columns of features: what comes later is described by them as what a network learned of was. An item's number is {@code √count · ln(1 + items /
 * (1 + items that have the term))}, then its row is brought to length one. Immutable.
 */
public final class FeatureTerms {
    private static final int LEAST_ITEMS = 2;
    private static final String FIELDS = "features.terms.field";
    private static final String TEXTS = "features.terms.text";
    private static final String WORDS = "features.terms.word";
    private static final String RARITIES = "features.terms.rarity";

    private final List<Term> terms;
    private final float[] rarities;
    private final Map<Term, Integer> columns = new HashMap<>();

    private FeatureTerms(List<Term> terms, float[] rarities) {
        this.terms = List.copyOf(terms);
        this.rarities = rarities;
        for (int column = 0; column < terms.size(); column++) {
            columns.put(terms.get(column), column);
        }
    }

    /**
     * The terms that most items have, each at least two.
     *
     * @param most of them
     */
    public static FeatureTerms of(ItemContent content, int most) {
        int[] having = content.counts().usersPerItem();
        int[] chosen = IntStream.range(0, having.length)
                .filter(term -> having[term] >= LEAST_ITEMS)
                .boxed()
                .sorted(Comparator.comparingInt((Integer term) -> -having[term]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] rarities = new float[chosen.length];
        for (int column = 0; column < chosen.length; column++) {
            rarities[column] = (float) Math.log1p(content.itemCount() / (1.0 + having[chosen[column]]));
        }
        return new FeatureTerms(
                IntStream.of(chosen).mapToObj(content.terms()::get).toList(), rarities);
    }

    /** The rows of items, of those from which the terms were taken or of others; terms that are no column are passed over. */
    public ItemFeatures rows(ItemContent content) {
        Interactions counts = content.counts();
        FeatureRows rows = new FeatureRows(content.itemCount());
        for (int item = 0; item < content.itemCount(); item++) {
            for (int p = counts.start(item); p < counts.start(item + 1); p++) {
                Integer column = columns.get(content.terms().get(counts.item(p)));
                if (column != null) {
                    rows.add(column, (float) Math.sqrt(counts.weight(p)) * rarities[column]);
                }
            }
            rows.end();
        }
        return rows.build(terms.size(), this);
    }

    void store(ArtefactWriter into) {
        into.texts(FIELDS, terms.stream().map(Term::field).toArray(String[]::new))
                .texts(TEXTS, terms.stream().map(Term::text).toArray(String[]::new))
                .ints(
                        WORDS,
                        terms.stream().mapToInt(term -> term.word() ? 1 : 0).toArray())
                .floats(RARITIES, rarities);
    }

    /** Those of a model file; empty when it has none. */
    static Optional<FeatureTerms> read(int columns, Artefact from) {
        if (!from.names().contains(RARITIES)) {
            return Optional.empty();
        }
        String[] fields = from.texts(FIELDS);
        String[] texts = from.texts(TEXTS);
        int[] words = from.ints(WORDS);
        float[] rarities = from.floats(RARITIES);
        if (fields.length != columns
                || texts.length != columns
                || words.length != columns
                || rarities.length != columns) {
            throw from.contradiction(columns + " terms of features", fields.length);
        }
        for (float rarity : rarities) {
            if (!Float.isFinite(rarity)) {
                throw from.contradiction("rarities of terms that are numbers", rarity);
            }
        }
        return Optional.of(new FeatureTerms(
                IntStream.range(0, columns)
                        .mapToObj(column -> new Term(fields[column], texts[column], words[column] == 1))
                        .toList(),
                rarities));
    }
}
