package dev.aisle.recommender.search;

import dev.aisle.text.Languages;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** The fields of a product in the index. Texts stand in the neutral form and once more by the rules of their language. */
final class Fields {
    static final String ID = "id";
    static final String CODE = "code";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    static final String ATTRIBUTES = "attributes";

    private Fields() {}

    /** A text field by the rules of a language. */
    static String in(String language, String field) {
        return field + ":" + language;
    }

    /** Takes the language from the field's name. */
    static Analyzer analyzer(Languages languages) {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                int colon = field.indexOf(':');
                return languages.analyzer(colon < 0 ? Languages.NEUTRAL : field.substring(colon + 1));
            }
        };
    }
}
