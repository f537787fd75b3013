package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A segment in the console: its rule in rows and as text, saved, changed, archived. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentEditorConsoleIT {
    private static final String PEOPLE = "/console/people";
    private static final String NEW = PEOPLE + "/segments/new";

    @Test
    void aSegmentIsMadeOfRowsAndSeenWithItsRule() {
        ConsoleSession marketer = signedIn("marketer");
        String name = name("Kitchen fans");

        HttpResponse<String> made = marketer.post(NEW, withRow(Map.of("name", name)));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body())
                .contains("Saved. Everybody is looked at now")
                .contains(name)
                .contains("did(product_view where category under &quot;Home&quot; in last 7 days)")
                .contains("fewer than 20");
        ConsolePages.fit("segment", made, "en");
        assertThat(marketer.get(PEOPLE).body()).contains(name);
        assertThat(signedIn("analyst").get(made.uri().getPath()).body())
                .contains(name)
                .doesNotContain("/edit\"");
        assertThat(marketer.get(made.uri().getPath() + "/history.csv").body()).startsWith("day,size\r\n");
    }

    @Test
    void whatIsChangedInRowsChangesTheTextAndTheOtherWayRound() {
        ConsoleSession marketer = signedIn("marketer");

        String fromRows = marketer.htmx(NEW, withRow(Map.of())).body();
        assertThat(fromRows)
                .contains(">did(product_view where category under &quot;Home&quot; in last 7 days)</textarea>");

        Map<String, String> typed = withRow(Map.of("text", "count(search) >= 3\nor not did(purchase)"));
        String fromText = marketer.htmx(NEW, typed).body();
        assertThat(selected(fromText, "match")).isEqualTo("any");
        assertThat(selected(fromText, "how0")).isEqualTo("count");
        assertThat(selected(fromText, "how1")).isEqualTo("did_not");

        String more = marketer.htmx(NEW, withRow(Map.of("text", "sequence(cart_add -> purchase)")))
                .body();
        assertThat(more).contains("This rule says more than rows can").doesNotContain("name=\"how0\"");
    }

    @Test
    void rowsComeAndGoAndAnotherKindOfConditionGetsWhatItNeeds() {
        ConsoleSession marketer = signedIn("marketer");

        assertThat(marketer.htmx(NEW, withRow(Map.of("action", "add"))).body()).contains("name=\"how1\"");
        assertThat(marketer.htmx(NEW, withRow(Map.of("action", "remove-0"))).body())
                .contains("name=\"how0\"")
                .doesNotContain("Home");
        String value = marketer.htmx(NEW, withRow(Map.of("how0", "value"))).body();
        assertThat(selected(value, "how0")).isEqualTo("value");
        assertThat(value)
                .contains("name=\"op0\"")
                .contains("name=\"operand0\"")
                .contains("hx-post=\"/console/people/segments/count\"");
    }

    @Test
    void aWrongRuleSaysWhereAndLosesNothing() {
        HttpResponse<String> page = signedIn("marketer")
                .post(NEW, withRow(Map.of("action", "save", "name", "Kept", "text", "did(purchse)\nand did(search)")));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("1:5")
                .contains("purchase")
                .contains("value=\"Kept\"")
                .contains("did(purchse)");
        ConsolePages.fit("wrong rule", page, "en");
    }

    @Test
    void aWrongFieldInARowIsToldInThatRow() {
        String page =
                signedIn("marketer").htmx(NEW, withRow(Map.of("days0", "many"))).body();

        assertThat(page).contains("rule-row off").contains("role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "<script>alert(1)</script>\u0000"})
    void aNameThatIsNoneIsRefused(String name) {
        HttpResponse<String> page = signedIn("marketer").post(NEW, withRow(Map.of("action", "save", "name", name)));

        assertThat(page.statusCode()).isIn(400, 422);
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void aScriptInANameIsShownAsText() {
        String name = "<script>alert('" + UUID.randomUUID() + "')</script>";

        String made = signedIn("marketer")
                .post(NEW, withRow(Map.of("action", "save", "name", name)))
                .body();

        assertThat(made).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
    }

    @Test
    void aNameOfLettersThatAnIdDoesNotHaveAsksForAnId() {
        ConsoleSession marketer = signedIn("marketer");
        Map<String, String> chinese = withRow(Map.of("action", "save", "name", "厨房爱好者"));

        assertThat(marketer.post(NEW, chinese).statusCode()).isEqualTo(422);

        chinese.put("id", "kitchen-" + UUID.randomUUID());
        assertThat(marketer.post(NEW, chinese).body()).contains("厨房爱好者");
    }

    @Test
    void aStaleEditShowsBothAndMayBeSavedOverIt() {
        ConsoleSession marketer = signedIn("marketer");
        String path = made(marketer, "Stale") + "/edit";
        Map<String, String> first = withRow(Map.of("action", "save", "name", "First", "version", "1", "days0", "8"));
        Map<String, String> second = withRow(Map.of("action", "save", "name", "Second", "version", "1", "days0", "9"));

        assertThat(marketer.post(path, first).statusCode()).isEqualTo(200);
        HttpResponse<String> stale = marketer.post(path, second);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body())
                .contains("in last 8 days")
                .contains("in last 9 days")
                .contains("name=\"version\" value=\"2\"");
        second.put("version", "2");
        assertThat(marketer.post(path, second).body()).contains("<h1>Second</h1>");
    }

    @Test
    void anArchivedSegmentComesBack() {
        ConsoleSession marketer = signedIn("marketer");
        String path = made(marketer, "Archived");

        assertThat(marketer.post(path + "/archive", Map.of("version", "1")).body())
                .contains("Nobody is in this segment any more");
        assertThat(marketer.post(path + "/restore", Map.of()).body())
                .contains("The segment is back")
                .doesNotContain("Nobody is in this segment any more");
        assertThat(signedIn("analyst").post(path + "/archive", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void ofTooFewPeopleNoNumberIsTold() {
        String count = signedIn("marketer")
                .htmx(
                        PEOPLE + "/segments/count",
                        withRow(Map.of("text", "did(search where category = \"no-" + UUID.randomUUID() + "\")")))
                .body();

        assertThat(count).contains("Fewer than 20 people").doesNotContain("<html");
    }

    /** A form that is sent without a session is lost on the way to the sign-in, so somebody opens a page before. */
    private static ConsoleSession signedIn(String role) {
        ConsoleSession session = ConsoleSession.as(role);
        session.get(PEOPLE);
        return session;
    }

    private static String made(ConsoleSession marketer, String name) {
        HttpResponse<String> page = marketer.post(NEW, withRow(Map.of("action", "save", "name", name(name))));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.uri().getPath();
    }

    private static String name(String name) {
        return name + " " + UUID.randomUUID();
    }

    /** The form with one row; the text is as it was unless said. */
    private static Map<String, String> withRow(Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "rows",
                "1",
                "match",
                "all",
                "how0",
                "did",
                "subject0",
                "product_view",
                "days0",
                "7",
                "where0",
                "category"));
        fields.putAll(Map.of("whereOp0", "under", "whereOperand0", "Home", "text", "as it was", "base", "as it was"));
        fields.put("action", changes.containsKey("name") ? "save" : "");
        fields.putAll(changes);
        return fields;
    }

    private static String selected(String page, String name) {
        var select = Pattern.compile("name=\"" + name + "\">(.*?)</select>", Pattern.DOTALL)
                .matcher(page);
        assertThat(select.find()).as("a field " + name).isTrue();
        var option = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group(1));
        return option.find() ? option.group(1) : "";
    }
}
