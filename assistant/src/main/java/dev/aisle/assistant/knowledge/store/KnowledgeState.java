package dev.aisle.assistant.knowledge.store;

import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.HeldArticle;
import dev.aisle.assistant.knowledge.domain.HeldPassage;
import dev.aisle.assistant.knowledge.domain.HeldPoints;
import dev.aisle.assistant.knowledge.domain.Nearness;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** All passages at one moment: what is edited afterwards doesn't show in it. */
public final class KnowledgeState implements AutoCloseable {
    /** Passages looked at for so many articles: some have several that fit. */
    private static final int PASSAGES_AN_ARTICLE = 6;
    /** What a word counts that only means nearly the same. */
    private static final double NEARLY = 0.6;

    private static final float[] NONE = {};

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Map<ArticleKey, HeldArticle> articles;
    private final Map<String, HeldPassage> byName = new HashMap<>();
    private final Map<Language, List<HeldArticle>> byLanguage = new EnumMap<>(Language.class);
    private final PassageQueries queries;

    KnowledgeState(DirectoryReader reader, Map<ArticleKey, HeldArticle> articles, PassageQueries queries) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.articles = articles;
        this.queries = queries;
        for (HeldArticle article : articles.values()) {
            byLanguage
                    .computeIfAbsent(article.key().language(), added -> new ArrayList<>())
                    .add(article);
            article.passages().forEach(passage -> byName.put(passage.name(), passage));
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    Map<ArticleKey, HeldArticle> articles() {
        return articles;
    }

    /**
     * A passage that was found.
     *
     * @param score comparable within one list only
     */
    public record Hit(HeldPassage passage, double score) {}

    /** Each article's passage with the best BM25, the best first, by article. */
    public SequencedMap<String, Hit> byWords(
            Language language, String question, boolean forgiving, int most, Instant now) {
        try {
            Query query = forgiving ? queries.forgiving(language, question, reader) : queries.plain(language, question);
            StoredFields stored = searcher.storedFields();
            SequencedMap<String, Hit> found = new LinkedHashMap<>();
            for (ScoreDoc place : searcher.search(query, most * PASSAGES_AN_ARTICLE).scoreDocs) {
                HeldPassage held = byName.get(
                        stored.document(place.doc, Set.of(PassageFields.NAME)).get(PassageFields.NAME));
                if (held != null && found.size() < most && served(held, now)) {
                    found.putIfAbsent(held.passage().article(), new Hit(held, place.score));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be searched: " + e.getMessage(), e);
        }
    }

    private boolean served(HeldPassage held, Instant now) {
        HeldArticle article = articles.get(
                new ArticleKey(held.passage().article(), held.passage().language()));
        return article != null && article.serves(held.passage(), now);
    }

    /** All passages that are served of a passage's article. */
    public List<HeldPassage> served(Passage passage, Instant now) {
        HeldArticle article = articles.get(new ArticleKey(passage.article(), passage.language()));
        return article == null ? List.of() : article.passagesAt(now);
    }

    /** Each article's passage that is nearest, the nearest first, by article; the score is its {@link Nearness}. */
    public SequencedMap<String, Hit> byMeaning(Language language, float[] point, int most, Instant now) {
        ByteRows.Query query = ByteRows.Query.of(point);
        List<Hit> nearest = new ArrayList<>();
        for (HeldArticle article : byLanguage.getOrDefault(language, List.of())) {
            Hit best = null;
            List<HeldPassage> passages = article.passagesAt(now);
            double ask = passages.isEmpty() ? Double.NaN : nearestAsk(passages.getFirst(), query);
            for (HeldPassage passage : passages) {
                double nearness = nearness(passage, ask, query);
                if (!Double.isNaN(nearness) && (best == null || nearness > best.score())) {
                    best = new Hit(passage, nearness);
                }
            }
            if (best != null) {
                nearest.add(best);
            }
        }
        nearest.sort(Comparator.comparingDouble(Hit::score).reversed());
        SequencedMap<String, Hit> found = new LinkedHashMap<>();
        nearest.stream()
                .limit(most)
                .forEach(hit -> found.put(hit.passage().passage().article(), hit));
        return found;
    }

    /** How near a passage is in meaning, see {@link Nearness}; NaN while it has no points. */
    public double nearness(HeldPassage passage, float[] point) {
        ByteRows.Query query = ByteRows.Query.of(point);
        return nearness(passage, nearestAsk(passage, query), query);
    }

    private static double nearness(HeldPassage passage, double ask, ByteRows.Query query) {
        float[] dots = dots(passage.text(), query);
        double sum = 0;
        double nearest = Double.NEGATIVE_INFINITY;
        for (float dot : dots) {
            sum += dot;
            nearest = Math.max(nearest, dot);
        }
        return dots.length == 0 ? Double.NaN : Nearness.of(sum / dots.length, nearest, ask);
    }

    /** The cosine of the nearest way to ask for a passage's article; NaN without any. */
    private static double nearestAsk(HeldPassage passage, ByteRows.Query query) {
        double nearest = Double.NaN;
        for (float dot : dots(passage.asks(), query)) {
            nearest = Double.isNaN(nearest) ? dot : Math.max(nearest, dot);
        }
        return nearest;
    }

    /** Cosines of all points; none while there are none. */
    private static float[] dots(HeldPoints points, ByteRows.Query query) {
        ByteRows rows = points.rows();
        if (rows == null) {
            return NONE;
        }
        int count = points.reads().size();
        float[] dots = new float[count];
        rows.dots(query, 0, count, new int[count], dots);
        return dots;
    }

    /**
     * The words of a question, looked up once for all passages.
     *
     * @param weights what each says
     * @param like others that mean nearly the same as each
     */
    public record Asked(Language language, Map<String, Double> weights, Map<String, Set<String>> like) {}

    /** Looks up the words of a question. */
    public Asked asked(Language language, String question) {
        try {
            Map<String, Double> weights = queries.weights(language, question, reader);
            Map<String, Set<String>> like = new HashMap<>();
            weights.keySet().forEach(word -> like.put(word, queries.like(language, word)));
            return new Asked(language, weights, like);
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be read: " + e.getMessage(), e);
        }
    }

    /** Which share of what a question's words say is in a passage or in how people ask for its article, 0 … 1; a rare word says more. */
    public double share(HeldPassage passage, Asked asked) {
        Set<String> words = queries.wordsOf(asked.language(), passage.wholeText());
        List<HeldPoints.Read> asks = passage.asks().reads();
        if (!asks.isEmpty()) {
            String all = asks.stream().map(HeldPoints.Read::text).collect(Collectors.joining("\n"));
            words.addAll(queries.wordsOf(asked.language(), all));
        }
        double all = 0;
        double there = 0;
        for (Map.Entry<String, Double> word : asked.weights().entrySet()) {
            all += word.getValue();
            if (words.contains(word.getKey())) {
                there += word.getValue();
            } else if (asked.like().getOrDefault(word.getKey(), Set.of()).stream()
                    .anyMatch(words::contains)) {
                there += NEARLY * word.getValue();
            }
        }
        return all == 0 ? 0 : there / all;
    }

    /** How many articles of a language there are. */
    public int size(Language language) {
        return byLanguage.getOrDefault(language, List.of()).size();
    }

    @Override
    public void close() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be closed: " + e.getMessage(), e);
        }
    }
}
