package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.HeldArticle;
import dev.aisle.assistant.knowledge.domain.HeldPassage;
import dev.aisle.assistant.shared.Language;
import dev.aisle.text.IndexFolder;
import dev.aisle.text.Languages;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** All current passages. A question looks at one state of them from its first to its last look. */
@Singleton
public class PassageIndex {
    private static final double BUFFER_MEGABYTES = 16;

    private final IndexFolder folder;
    private final IndexWriter writer;
    private final PassageQueries queries;
    private Map<ArticleKey, HeldArticle> pending = new HashMap<>();
    private volatile KnowledgeState current;
    private boolean closed;

    PassageIndex(@ConfigProperty(name = "aisle.search.directory") Path directory) {
        try {
            this.folder = IndexFolder.create(directory);
            Analyzer analyzer = PassageFields.analyzer(new Languages());
            this.writer = new IndexWriter(
                    folder.directory(),
                    new IndexWriterConfig(analyzer).setOpenMode(OpenMode.CREATE).setRAMBufferSizeMB(BUFFER_MEGABYTES));
            this.queries = new PassageQueries(analyzer);
            this.current = new KnowledgeState(DirectoryReader.open(writer), Map.of(), queries);
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be made in aisle.search.directory: " + e.getMessage(), e);
        }
    }

    /** Writes articles; one without versions is gone. Found after the next {@link #refresh}. */
    public synchronized void write(Collection<HeldArticle> articles) {
        if (closed) {
            return;
        }
        try {
            for (HeldArticle article : articles) {
                Term term = new Term(PassageFields.ARTICLE, PassageFields.nameOf(article.key()));
                List<Document> documents = article.passages().stream()
                        .map(passage -> PassageFields.document(article.key(), passage))
                        .toList();
                // Lucene's writer doesn't take a block without documents.
                if (documents.isEmpty()) {
                    writer.deleteDocuments(term);
                } else {
                    writer.updateDocuments(term, documents);
                }
                pending.put(article.key(), article);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be written: " + e.getMessage(), e);
        }
    }

    /** Lets questions from now on find what was written. */
    public synchronized void refresh() {
        if (pending.isEmpty() || closed) {
            return;
        }
        KnowledgeState before = current;
        try {
            DirectoryReader changed = DirectoryReader.openIfChanged(before.reader(), writer);
            DirectoryReader reader = changed == null ? before.reader() : changed;
            if (changed == null) {
                reader.incRef();
            }
            Map<ArticleKey, HeldArticle> articles = new HashMap<>(before.articles());
            pending.forEach((key, article) -> {
                if (article.versions().isEmpty()) {
                    articles.remove(key);
                } else {
                    articles.put(key, article);
                }
            });
            pending = new HashMap<>();
            current = new KnowledgeState(reader, articles, queries);
            before.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be read: " + e.getMessage(), e);
        }
    }

    /** The state of now; to be closed. */
    public KnowledgeState open() {
        while (true) {
            KnowledgeState state = current;
            if (state.reader().tryIncRef()) {
                return state;
            }
        }
    }

    /** An article as it was last written; {@code null} for one that isn't there. */
    public synchronized @Nullable HeldArticle last(ArticleKey key) {
        HeldArticle written = pending.get(key);
        return written == null ? current.articles().get(key) : written;
    }

    /** The articles that are there, in a set of the caller's own. */
    public Set<ArticleKey> keys() {
        return new HashSet<>(current.articles().keySet());
    }

    /** How many passages there are, and how many of them have all their points. */
    public Size size() {
        int passages = 0;
        int points = 0;
        for (HeldArticle article : current.articles().values()) {
            for (HeldPassage passage : article.passages()) {
                passages++;
                points += passage.text().known() && passage.asks().known() ? 1 : 0;
            }
        }
        return new Size(current.articles().size(), passages, points);
    }

    /** The hashes of all texts of a language that have points or will have them. */
    public Set<Long> hashes(Language language) {
        Set<Long> hashes = new HashSet<>();
        for (HeldArticle article : current.articles().values()) {
            if (article.key().language() == language) {
                article.points().forEach(points -> points.reads().forEach(read -> hashes.add(read.hash())));
            }
        }
        return hashes;
    }

    /** How much there is to find. */
    public record Size(int articles, int passages, int points) {}

    @PreDestroy
    synchronized void close() throws IOException {
        closed = true;
        current.close();
        writer.rollback();
        folder.delete();
    }
}
