package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Questions as queries of words. What the question has of Lucene's syntax is text like any other. */
final class PassageQueries {
    /** Words of a question that count; what comes after them adds nothing. */
    private static final int MOST_WORDS = 64;

    private static final int MOST_CHARACTERS = 4_000;
    private static final float HEAD = 0.6f;
    private static final float PLAIN = 0.3f;
    private static final float ASKS = 1f;
    private static final float LIKE = 0.4f;
    private static final float MISTYPED = 0.6f;
    private static final int SHORTEST_MISTYPED = 4;
    private static final int LONG_WORD = 8;
    private static final int MOST_READINGS = 8;

    private final Analyzer analyzer;

    private final QuestionWords questionWords;

    PassageQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
        this.questionWords = new QuestionWords(this::wordsOf);
    }

    /** BM25 over everything, nothing else. */
    Query plain(Language language, String question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        String field = PassageFields.all(language);
        SequencedSet<String> words = words(field, question);
        words.forEach(word -> any.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
        return words.isEmpty() ? new MatchNoDocsQuery("no words") : any.build();
    }

    /**
     * The same, where words weigh more in a heading, others count that mean nearly the same, those that only make it a question don't, and a
     * word that no passage has is read as one nearly spelt so.
     */
    Query forgiving(Language language, String question, IndexReader reader) throws IOException {
        List<Query> ways = new ArrayList<>();
        for (Map.Entry<String, Float> field : Map.of(
                        PassageFields.all(language), 1f,
                        PassageFields.head(language), HEAD,
                        PassageFields.plain(language), PLAIN,
                        PassageFields.asks(language), ASKS)
                .entrySet()) {
            for (String word : words(field.getKey(), question)) {
                if (questionWords.saysNothing(language, word)) {
                    continue;
                }
                Term term = new Term(field.getKey(), word);
                for (String other : questionWords.like(language, word)) {
                    ways.add(new BoostQuery(new TermQuery(new Term(field.getKey(), other)), field.getValue() * LIKE));
                }
                if (reader.docFreq(term) > 0) {
                    ways.add(new BoostQuery(new TermQuery(term), field.getValue()));
                } else if (mayBeMistyped(word)) {
                    Query read = new FuzzyQuery(term, word.length() < LONG_WORD ? 1 : 2, 1, MOST_READINGS, true);
                    ways.add(new BoostQuery(read, field.getValue() * MISTYPED));
                }
            }
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return ways.isEmpty() ? new MatchNoDocsQuery("no words") : any.build();
    }

    private static boolean mayBeMistyped(String word) {
        return word.length() >= SHORTEST_MISTYPED
                && word.chars().allMatch(letter -> Character.isLetter(letter) && !Character.isIdeographic(letter));
    }

    /**
     * What a word of a question says: the rarer, the more.
     *
     * @return {@code ln(1 + (N − n + 0.5) / (n + 0.5))} by word, of N passages n of which have it
     */
    Map<String, Double> weights(Language language, String question, IndexReader reader) throws IOException {
        String field = PassageFields.all(language);
        double all = Math.max(1, reader.getDocCount(field));
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String word : words(field, question)) {
            if (questionWords.saysNothing(language, word)) {
                continue;
            }
            double having = reader.docFreq(new Term(field, word));
            weights.put(word, Math.log1p((Math.max(0, all - having) + 0.5) / (having + 0.5)));
        }
        return weights;
    }

    /** Words that mean nearly the same as one of {@link #wordsOf}. */
    Set<String> like(Language language, String word) {
        return questionWords.like(language, word);
    }

    /** The words of a text, each once, by the rules of the language. */
    SequencedSet<String> wordsOf(Language language, String text) {
        return words(PassageFields.all(language), text, Integer.MAX_VALUE);
    }

    private SequencedSet<String> words(String field, String question) {
        return words(field, question, MOST_WORDS);
    }

    private SequencedSet<String> words(String field, String text, int most) {
        SequencedSet<String> words = new LinkedHashSet<>();
        String read = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        try (TokenStream stream = analyzer.tokenStream(field, read)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < most) {
                words.add(word.toString());
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read", e);
        }
    }
}
