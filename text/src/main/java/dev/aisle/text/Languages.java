package dev.aisle.text;

import dev.aisle.contracts.Keeps;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** How the words of each language are cut and stemmed. What a language needs is loaded when its first text comes. */
@Keeps(ofNobody = "analysers of languages")
public final class Languages {
    /** Names the form that knows no language: words as they stand, without accents; Han, kana and hangul in pairs. */
    public static final String NEUTRAL = "any";

    private static final Map<String, Supplier<Analyzer>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("en", EnglishAnalyzer::new),
            Map.entry("zh", SmartChineseAnalyzer::new),
            Map.entry("de", GermanAnalyzer::new),
            Map.entry("fr", FrenchAnalyzer::new),
            Map.entry("es", SpanishAnalyzer::new),
            Map.entry("it", ItalianAnalyzer::new),
            Map.entry("pt", PortugueseAnalyzer::new),
            Map.entry("nl", DutchAnalyzer::new),
            Map.entry("sv", SwedishAnalyzer::new),
            Map.entry("da", DanishAnalyzer::new),
            Map.entry("no", NorwegianAnalyzer::new),
            Map.entry("fi", FinnishAnalyzer::new),
            Map.entry("ru", RussianAnalyzer::new),
            Map.entry("tr", TurkishAnalyzer::new),
            Map.entry("ja", CJKAnalyzer::new),
            Map.entry("ko", CJKAnalyzer::new)));
    private static final Map<String, String> SAME = Map.of("nb", "no", "nn", "no");

    private final Map<String, Analyzer> loaded = new ConcurrentHashMap<>();
    private final Analyzer neutral = new Neutral();

    /** The languages with rules of their own. */
    public static Set<String> known() {
        return KINDS.keySet();
    }

    /** The language of a BCP 47 tag; {@link #NEUTRAL} when it has no rules here. */
    public static String of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        String same = SAME.getOrDefault(language, language);
        return KINDS.containsKey(same) ? same : NEUTRAL;
    }

    /** The rules of a language. */
    public Analyzer analyzer(String language) {
        Supplier<Analyzer> kind = KINDS.get(language);
        return kind == null ? neutral : loaded.computeIfAbsent(language, added -> kind.get());
    }

    private static final class Neutral extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
            return new TokenStreamComponents(words, new CJKBigramFilter(plain));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(in)));
        }
    }
}
