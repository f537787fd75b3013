package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.search.WordQueries.Care;
import dev.aisle.text.IndexFolder;
import dev.aisle.text.Languages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/** The words of all products. What was written is found after the next {@link #refresh}. */
@Singleton
class ProductIndex {
    private static final double BUFFER_MEGABYTES = 16;
    private static final int FIRST_LOOK = 64;
    private static final int LONGEST_LOOK = 16_384;

    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final WordQueries queries;
    private final Documents documents;
    private final String shopLanguage;

    ProductIndex(SearchConfig config) {
        try {
            this.folder = IndexFolder.create(config.directory());
            Analyzer analyzer = Fields.analyzer(new Languages());
            this.writer = new IndexWriter(
                    folder.directory(),
                    new IndexWriterConfig(analyzer).setOpenMode(OpenMode.CREATE).setRAMBufferSizeMB(BUFFER_MEGABYTES));
            this.searchers = new SearcherManager(writer, null);
            this.queries = new WordQueries(analyzer);
            this.shopLanguage = Languages.of(config.language());
            this.documents = new Documents(shopLanguage);
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be made in aisle.search.directory: " + e.getMessage(), e);
        }
    }

    /** Writes changes. */
    public void write(Collection<ProductChange> changes) {
        try {
            for (ProductChange change : changes) {
                Term id = new Term(Fields.ID, change.productId());
                switch (change) {
                    case Described product -> writer.updateDocument(id, documents.of(product));
                    case Removed ignored -> writer.deleteDocuments(id);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be written: " + e.getMessage(), e);
        }
    }

    /** Lets searches find what was written. */
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be read: " + e.getMessage(), e);
        }
    }

    /** The products of a code in its normal form that are accepted, at most so many. */
    public List<String> ofCode(String code, int most, Predicate<String> accepts) {
        return search(List.of(new TermQuery(new Term(Fields.CODE, code))), most, accepts);
    }

    /**
     * The products that fit a text's words, the best first: those spelt as asked, then those nearly so. Of four words one may be missing.
     *
     * @param locale the text's language; the shop's for {@link Locale#ROOT}
     * @param most at most so many; fewer only when there are no more that are accepted
     */
    public List<String> ofWords(String text, Locale locale, int most, Predicate<String> accepts) {
        return ofWords(text, locale, most, accepts, Care.STRICT, Care.MISTYPED);
    }

    /** Products that have half of the words at least, the best first. */
    public List<String> ofHalfOfTheWords(String text, Locale locale, int most, Predicate<String> accepts) {
        return ofWords(text, locale, most, accepts, Care.TOLERANT);
    }

    private List<String> ofWords(String text, Locale locale, int most, Predicate<String> accepts, Care... cares) {
        String language = locale.equals(Locale.ROOT) ? shopLanguage : Languages.of(locale.toLanguageTag());
        List<Query> asked = Arrays.stream(cares)
                .map(care -> queries.of(text, language, care))
                .toList();
        return search(asked, most, accepts);
    }

    private List<String> search(List<Query> asked, int most, Predicate<String> accepts) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                SequencedSet<String> found = new LinkedHashSet<>();
                for (Query query : asked) {
                    collect(searcher, query, most, accepts, found);
                }
                return List.copyOf(found);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be searched: " + e.getMessage(), e);
        }
    }

    /** Looks further and further down until there are enough that are accepted. */
    private static void collect(
            IndexSearcher searcher, Query query, int most, Predicate<String> accepts, SequencedSet<String> found)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        ScoreDoc last = null;
        for (int look = Math.max(FIRST_LOOK, most); found.size() < most; look = Math.min(LONGEST_LOOK, look * 4)) {
            ScoreDoc[] page = searcher.searchAfter(last, query, look).scoreDocs;
            for (int place = 0; place < page.length && found.size() < most; place++) {
                String id = stored.document(page[place].doc).get(Fields.ID);
                if (accepts.test(id)) {
                    found.add(id);
                }
            }
            if (page.length < look) {
                return;
            }
            last = page[page.length - 1];
        }
    }

    /** How many products the index has. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    @PreDestroy
    void close() throws IOException {
        searchers.close();
        writer.rollback();
        folder.delete();
    }
}
