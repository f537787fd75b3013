package dev.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our reading of texts beside that of the published libraries, which need a native part more. */
class PublishedTokensTest {
    private static final List<String> TEXTS = List.of(
            "WHITE HANGING HEART T-LIGHT HOLDER",
            "Kaffeemühle für 2 Tassen – Größe M, crème brûlée",
            "红色复古茶壶 1.5L，适合家庭使用！",
            "Nike 男士跑步鞋 Air Zoom Pegasus 40",
            "日本語のテキスト ㍿ ﾊﾝｶｸ",
            "emoji \ud83d\ude00 and \u200bnothing\u0007 here\u00a0there",
            "a\tb\nc  d",
            "100% cotton; size: XL/XXL (EU 52-54) @ €19.99 #sale",
            "antidisestablishmentarianism " + "x".repeat(120),
            "İstanbul ǅ ſt ﬁ Ⅷ",
            "");

    @ParameterizedTest
    @EnumSource(TextModel.class)
    void thePiecesAreThoseOfThePublishedTokenizer(TextModel model) throws IOException {
        WordPiece ours = new WordPiece(SentenceModel.vocabulary(SentenceModel.resource(model)));
        try (InputStream json = resource(SentenceModel.resource(model) + "-tokenizer.json");
                HuggingFaceTokenizer theirs =
                        HuggingFaceTokenizer.newInstance(json, Map.of("padding", "false", "maxLength", "128"))) {
            for (String text : TEXTS) {
                assertThat(ours.encode(text, 128))
                        .as(text)
                        .isEqualTo(theirs.encode(model == TextModel.CHINESE ? plain(text) : text, true, false)
                                .getIds());
            }
        }
    }

    @Test
    void thePointsAreThoseOfThePublishedModel() {
        SentenceModel ours = SentenceModel.load(TextModel.ENGLISH);
        var theirs = new AllMiniLmL6V2QuantizedEmbeddingModel();
        for (String text : TEXTS) {
            if (!text.isEmpty()) {
                float[] expected = theirs.embed(text).content().vector();
                assertThat(ours.embed(text)).as(text).containsExactly(expected, within(1e-4f));
            }
        }
    }

    /**
     * The Chinese tokenizer as published leaves capitals and accents, of which its vocabulary has none: all such words would be unknown. Ours
     * takes them away for both.
     */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static InputStream resource(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }
}
