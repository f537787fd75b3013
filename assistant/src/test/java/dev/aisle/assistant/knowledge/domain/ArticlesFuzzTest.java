package dev.aisle.assistant.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.assistant.conversations.domain.ConversationTokens;
import java.util.List;

/** Articles in Markdown and in tables, and the tokens that pages bring for conversations. */
class ArticlesFuzzTest {
    private static final ConversationTokens TOKENS = new ConversationTokens(List.of(new byte[32]));
    private static final List<String> LINES = List.of(
            "---",
            "id: returns",
            "locale: en",
            "title: Returns",
            "state: approved",
            "# Returns",
            "## Costs",
            "```",
            "- one",
            "| a | b |",
            "<script>",
            "id,locale,title,text",
            "returns,en,\"Returns",
            "returns,en,Returns,Free",
            "&a *a",
            "!!x y",
            "");

    @FuzzTest
    void anyTextIsArticlesOrSaysWhatIsWrong(FuzzedDataProvider data) {
        int kind = data.consumeInt(0, 3);
        String text = text(data);
        switch (kind) {
            case 0 -> judge(MarkdownEntries.read(text));
            case 1 -> judge(TableEntries.read(text));
            case 2 -> assertThat(SplitArticle.of("Returns", text)).doesNotContainNull();
            default -> assertThat(TOKENS.read(text)).as("nobody signed this").isEmpty();
        }
    }

    private static void judge(List<ArticleEntry> entries) {
        for (ArticleEntry entry : entries) {
            if (entry.text() == null) {
                assertThat(entry.wrong()).isNotEmpty();
            }
        }
    }

    private static String text(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        for (int left = data.consumeInt(0, 30); left > 0; left--) {
            text.append(data.consumeBoolean() ? data.pickValue(LINES) : data.consumeString(30))
                    .append(data.consumeInt(0, 9) == 0 ? "" : "\n");
        }
        return text.toString();
    }
}
