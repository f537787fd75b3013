package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.HeldPassage;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.shared.Language;
import dev.aisle.text.Languages;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A passage as the index has it. Each language has fields of its own, so that words are rare or common within it. */
final class PassageFields {
    static final String ARTICLE = "article";
    static final String NAME = "name";

    private static final String HEAD = "head:";
    private static final String ALL = "all:";
    private static final String PLAIN = "plain:";
    private static final String ASKS = "asks:";

    private PassageFields() {}

    /** Title and heading, by the rules of the language. */
    static String head(Language language) {
        return HEAD + language.tag();
    }

    /** Title, heading and text, by the rules of the language. */
    static String all(Language language) {
        return ALL + language.tag();
    }

    /** The same as it stands: whole words, Han characters in pairs. */
    static String plain(Language language) {
        return PLAIN + language.tag();
    }

    /** How people ask for the article, by the rules of the language. */
    static String asks(Language language) {
        return ASKS + language.tag();
    }

    static String nameOf(ArticleKey key) {
        return key.id() + '|' + key.language().tag();
    }

    static Analyzer analyzer(Languages languages) {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                int colon = field.indexOf(':');
                boolean plain = colon < 0 || field.startsWith(PLAIN);
                return languages.analyzer(plain ? Languages.NEUTRAL : field.substring(colon + 1));
            }
        };
    }

    static Document document(ArticleKey key, HeldPassage held) {
        Passage passage = held.passage();
        String heading = passage.heading() == null ? "" : passage.heading();
        String head = passage.title() + "\n" + heading;
        String all = head + "\n" + passage.text();
        Document document = new Document();
        document.add(new StringField(ARTICLE, nameOf(key), Store.NO));
        document.add(new StringField(NAME, held.name(), Store.YES));
        document.add(new TextField(head(key.language()), head, Store.NO));
        document.add(new TextField(all(key.language()), all, Store.NO));
        document.add(new TextField(plain(key.language()), all, Store.NO));
        held.asks().reads().forEach(ask -> document.add(new TextField(asks(key.language()), ask.text(), Store.NO)));
        return document;
    }
}
