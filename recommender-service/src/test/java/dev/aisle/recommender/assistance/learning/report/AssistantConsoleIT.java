package dev.aisle.recommender.assistance.learning.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the assistant: how it goes, what it can't answer, its articles, what it understands. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AssistantConsoleIT {
    private static final String ROOT = "/console/assistant";
    private static final String ARTICLES = ROOT + "/articles";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final String id = "console-" + UUID.randomUUID();
    private final ConsoleSession marketer = ConsoleSession.of("mia", "marketer");

    @BeforeEach
    void signIn() {
        marketer.get(ROOT);
    }

    private static ConsoleSession signedIn(ConsoleSession session) {
        session.get(ROOT);
        return session;
    }

    private String one() {
        return ARTICLES + "/one/" + id + "/en";
    }

    private Map<String, String> article(String body, String revision) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "locale",
                "en",
                "title",
                "Sundials " + SCRIPT,
                "body",
                body,
                "revision",
                revision,
                "asks",
                "What tells the time by shade?"));
    }

    private HttpResponse<String> step(String step) {
        Matcher revision = REVISION.matcher(marketer.get(one()).body());
        assertThat(revision.find()).isTrue();
        return marketer.post(one() + "/steps", Map.of("step", step, "revision", revision.group(1)));
    }

    @Test
    void everyPageIsSeenByWhoWorksWithItAndNobodyElse() {
        marketer.post(ARTICLES, article("A sundial needs the sun.", ""));

        ConsolePages.seenBy(
                Set.of("marketer", "analyst", "operator"),
                ROOT,
                ROOT + "?from=2026-01-01&to=2026-01-31",
                ARTICLES,
                ARTICLES + "?state=in_review&tag=none&after=%00zz",
                one(),
                ROOT + "/understanding",
                ROOT + "/understanding?language=zh");
        ConsolePages.seenBy(Set.of("marketer", "analyst"), ROOT + "/unanswered");
        ConsolePages.seenBy(Set.of("marketer"), ARTICLES + "/new?locale=zh");
    }

    @Test
    void daysThatCannotBeAreSaid() {
        HttpResponse<String> page = marketer.get(ROOT + "?from=tomorrow&to=");

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("wrong days", page, "en");
        assertThat(page.body()).contains("must be a day such as");
        assertThat(marketer.get(ROOT + "/report")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/csv");
    }

    @Test
    void anArticleGoesFromADraftToWhatTheAssistantAnswersFromAndOutOfUse() {
        HttpResponse<String> draft = marketer.post(ARTICLES, article("A sundial needs the sun.", ""));
        assertThat(draft.body())
                .contains("Shoppers don’t get it.")
                .contains("Sundials &lt;script&gt;")
                .doesNotContain(SCRIPT);

        assertThat(step("submit").body()).contains("It waits for somebody’s eyes.");
        assertThat(step("approve").body()).contains("answers from it now").contains("Shoppers get version 1.");
        assertThat(marketer.get(ARTICLES + "?state=approved").statusCode()).isEqualTo(200);
        assertThat(step("retire").body()).contains("isn’t served any more");
        assertThat(step("approve").statusCode()).isEqualTo(409);
    }

    @Test
    void aStaleEditShowsBothVersionsAndAWrongOneLosesNothing() {
        marketer.post(ARTICLES, article("The first text.", ""));
        assertThat(marketer.post(ARTICLES, article("Hers.", "1")).statusCode()).isEqualTo(200);

        HttpResponse<String> stale =
                signedIn(ConsoleSession.of("max", "marketer")).post(ARTICLES, article("His.", "1"));
        Map<String, String> wrong = article("", "2");
        wrong.put("url", "javascript:alert(1)");
        HttpResponse<String> empty = marketer.post(ARTICLES, wrong);

        assertThat(stale.statusCode()).isEqualTo(412);
        ConsolePages.fit("a stale article", stale, "en");
        assertThat(stale.body())
                .contains("Somebody changed this meanwhile")
                .contains("Hers.")
                .contains("His.");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("must have a text in Markdown").contains("must be an address");
        assertThat(marketer.post(ARTICLES, Map.of("id", "Not An Id", "locale", "en"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(signedIn(ConsoleSession.as("analyst"))
                        .post(ARTICLES, article("x", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSentenceIsTriedAndNotKept() {
        HttpResponse<String> tried = marketer.post(
                ROOT + "/understanding", Map.of("language", "en", "text", "Where is my order 1234? " + SCRIPT));
        HttpResponse<String> tooLong =
                marketer.post(ROOT + "/understanding", Map.of("language", "en", "text", "x".repeat(5_001)));

        assertThat(tried.body())
                .contains("Where an order is")
                .contains("&lt;script&gt;")
                .doesNotContain(SCRIPT);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(marketer.get(ROOT + "/understanding/file").body()).startsWith("locale,version,intent");
    }

    @Test
    void aGroupThatIsGoneAndAnArticleWithoutANameAreSaid() {
        assertThat(marketer.post(ROOT + "/unanswered", Map.of("group", "none", "article", "returns"))
                        .body())
                .contains("There is no such group any more.");
        assertThat(marketer.post(ROOT + "/unanswered", Map.of("group", "none", "article", ""))
                        .statusCode())
                .isEqualTo(422);
    }
}
