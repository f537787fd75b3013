package dev.aisle.algorithms.content;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What items are made of: terms, which are either values of attributes, such as {@code brand=Acme}, or words of texts. Immutable. Memory: 8
 * bytes a term of an item, and each different term once.
 */
public final class ItemContent {
    private final Interactions counts;
    private final List<Term> terms;

    private ItemContent(Interactions counts, List<Term> terms) {
        this.counts = counts;
        this.terms = terms;
    }

    /**
     * A value of an attribute, or a word.
     *
     * @param field the attribute, or the kind of text
     * @param text the value or the word
     * @param word whether it is a word
     */
    public record Term(String field, String text, boolean word) {
        @Override
        public String toString() {
            return field + (word ? ":" : "=") + text;
        }
    }

    /** Collects the content of items 0 … itemCount − 1. */
    public static Builder collect(int itemCount) {
        return new Builder(itemCount);
    }

    /** Collects attributes and texts in any order. */
    public static final class Builder {
        private final int itemCount;
        private final Map<Term, Integer> numbers = new LinkedHashMap<>();
        private final List<Integer> items = new ArrayList<>();
        private final List<Integer> found = new ArrayList<>();

        private Builder(int itemCount) {
            this.itemCount = itemCount;
        }

        /**
         * Adds a value of an attribute; an item may have several of one attribute. A blank one is passed over.
         *
         * @throws IllegalArgumentException when there is no such item
         */
        public Builder attribute(int item, String name, String value) {
            if (!value.isBlank()) {
                add(item, new Term(name, value.trim(), false));
            }
            return this;
        }

        /**
         * Adds the words of a text, such as a title.
         *
         * @throws IllegalArgumentException when there is no such item
         */
        public Builder text(int item, String name, String text) {
            Words.of(text).forEach(word -> add(item, new Term(name, word, true)));
            return this;
        }

        private void add(int item, Term term) {
            if (item < 0 || item >= itemCount) {
                throw new IllegalArgumentException("item " + item + " of " + itemCount);
            }
            items.add(item);
            found.add(numbers.computeIfAbsent(term, ignored -> numbers.size()));
        }

        /** The content. */
        public ItemContent build() {
            InteractionsBuilder rows = Interactions.collect(itemCount, numbers.size());
            for (int n = 0; n < items.size(); n++) {
                rows.add(items.get(n), found.get(n), 1);
            }
            return new ItemContent(rows.build(), List.copyOf(numbers.keySet()));
        }
    }

    /** Number of items. */
    public int itemCount() {
        return counts.userCount();
    }

    /** All terms; a term's number is its place. */
    public List<Term> terms() {
        return terms;
    }

    /** Items × terms: how often an item has a term. */
    public Interactions counts() {
        return counts;
    }
}
