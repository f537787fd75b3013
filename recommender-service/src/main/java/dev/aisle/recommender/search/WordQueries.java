package dev.aisle.recommender.search;

import dev.aisle.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Questions of words. A word counts where it weighs most: in the title, then brand, category, attributes, description. Asked twice: in the
 * neutral form and by the rules of the language.
 */
final class WordQueries {
    private static final Map<String, Float> NEUTRAL = Map.of(
            Fields.TITLE, 3f, Fields.BRAND, 2.5f, Fields.CATEGORY, 1.5f, Fields.ATTRIBUTES, 1.2f, Fields.BODY, 0.5f);
    private static final Map<String, Float> LANGUAGE = Map.of(Fields.TITLE, 3f, Fields.BODY, 0.5f);
    /** A word in other fields than its best one counts a tenth there. */
    private static final float ELSEWHERE = 0.1f;

    private static final float TYPED_HALF = 0.5f;
    private static final float WRONG_LETTERS = 0.3f;
    private static final int SHORTEST_PREFIX = 2;
    private static final int SHORTEST_FUZZY = 4;
    private static final int SHORTEST_TWICE_FUZZY = 8;
    private static final int MOST_FUZZY = 30;
    private static final int MOST_WORDS = 32;

    private final Analyzer analyzer;

    WordQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** How much is forgiven. */
    enum Care {
        /** All words but one in four, spelt right; the last may be half typed. */
        STRICT(0.75, false),
        /** As many words, a letter or two wrong. */
        MISTYPED(0.75, true),
        /** Half of the words, a letter or two wrong. */
        TOLERANT(0.5, true);

        private final double share;
        private final boolean forgivesLetters;

        Care(double share, boolean forgivesLetters) {
            this.share = share;
            this.forgivesLetters = forgivesLetters;
        }

        private int least(int words) {
            return Math.max(1, (int) Math.ceil(share * words));
        }
    }

    /** The question; one that finds nothing when the text has no words. */
    Query of(String text, String language, Care care) {
        List<Query> forms = new ArrayList<>();
        List<String> plain = words(Fields.TITLE, text);
        List<Query> clauses = new ArrayList<>();
        for (int place = 0; place < plain.size(); place++) {
            clauses.add(anywhere(plain.get(place), care, place == plain.size() - 1));
        }
        addMost(forms, clauses, care);
        if (!language.equals(Languages.NEUTRAL)) {
            List<Query> stems = words(Fields.in(language, Fields.TITLE), text).stream()
                    .map(stem -> inFields(LANGUAGE, language, stem))
                    .toList();
            addMost(forms, stems, care);
        }
        if (forms.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        forms.forEach(form -> either.add(form, Occur.SHOULD));
        return either.build();
    }

    private static void addMost(List<Query> forms, List<Query> clauses, Care care) {
        if (!clauses.isEmpty()) {
            BooleanQuery.Builder most = new BooleanQuery.Builder();
            clauses.forEach(clause -> most.add(clause, Occur.SHOULD));
            forms.add(
                    most.setMinimumNumberShouldMatch(care.least(clauses.size())).build());
        }
    }

    private static Query anywhere(String word, Care care, boolean last) {
        List<Query> ways = new ArrayList<>();
        NEUTRAL.forEach((field, weight) -> ways.add(new BoostQuery(new TermQuery(new Term(field, word)), weight)));
        if (last && (word.length() >= SHORTEST_PREFIX || Character.isIdeographic(word.codePointAt(0)))) {
            NEUTRAL.forEach((field, weight) -> {
                if (!field.equals(Fields.BODY)) {
                    ways.add(new BoostQuery(new PrefixQuery(new Term(field, word)), weight * TYPED_HALF));
                }
            });
        }
        if (care.forgivesLetters && mayBeMistyped(word)) {
            int edits = word.length() >= SHORTEST_TWICE_FUZZY ? 2 : 1;
            for (String field : List.of(Fields.TITLE, Fields.BRAND, Fields.CATEGORY)) {
                Query fuzzy = new FuzzyQuery(new Term(field, word), edits, 1, MOST_FUZZY, true);
                ways.add(new BoostQuery(fuzzy, NEUTRAL.getOrDefault(field, 1f) * WRONG_LETTERS));
            }
        }
        return new DisjunctionMaxQuery(ways, ELSEWHERE);
    }

    private static boolean mayBeMistyped(String word) {
        return word.length() >= SHORTEST_FUZZY && word.chars().allMatch(Character::isLetter);
    }

    private static Query inFields(Map<String, Float> fields, String language, String word) {
        List<Query> ways = new ArrayList<>();
        fields.forEach((field, weight) ->
                ways.add(new BoostQuery(new TermQuery(new Term(Fields.in(language, field), word)), weight)));
        return new DisjunctionMaxQuery(ways, ELSEWHERE);
    }

    private List<String> words(String field, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                words.add(word.toString());
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read", e);
        }
    }
}
