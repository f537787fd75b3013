package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A campaign in the console, from its first draft to its end, by two people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignConsoleIT {
    private static final String CAMPAIGNS = "/console/campaigns";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(r[0-9]+)\"");

    private final String id = "con-" + UUID.randomUUID();
    private final CampaignApi api = new CampaignApi(id);
    private final ConsoleSession anna = ConsoleSession.of("anna", "marketer");
    private final ConsoleSession bo = ConsoleSession.of("bo", "marketer");

    @Test
    void marketersAndAnalystsSeeThePagesAndNobodyElse() {
        api.save("anna", api.definition("One"), null).statusCode(201);

        ConsolePages.seenBy(
                Set.of("marketer", "analyst"),
                CAMPAIGNS,
                CAMPAIGNS + "?state=draft&q=nothing&page=99",
                CAMPAIGNS + "/calendar?month=2026-13",
                CAMPAIGNS + "/budgets",
                CAMPAIGNS + "/decisions?id=nothing",
                CAMPAIGNS + "/one/" + id,
                CAMPAIGNS + "/preview/" + id,
                CAMPAIGNS + "/trial/" + id,
                CAMPAIGNS + "/report/" + id);
    }

    @Test
    void onlyMarketersSeeWhereCampaignsAreWritten() {
        api.save("anna", api.definition("One"), null).statusCode(201);

        ConsolePages.seenBy(Set.of("marketer"), CAMPAIGNS + "/edit", CAMPAIGNS + "/edit?id=" + id);
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("campaigns", "experiments");
    }

    @Test
    void whatIsNotThereIsAPage() {
        for (String path : List.of("/one/nothing-like-it", "/one/%00", "/edit?id=%00", "/report/UPPER", "/trial/..x")) {
            HttpResponse<String> page = anna.get(CAMPAIGNS + path);

            assertThat(page.statusCode()).as(path).isIn(400, 404);
            ConsolePages.fit(path, page, "en");
        }
    }

    @Test
    void aCampaignIsWrittenApprovedByAnotherPausedAndEnded() {
        HttpResponse<String> made = anna.post(CAMPAIGNS + "/edit", draft(anna.get(CAMPAIGNS + "/edit"), "Hello"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("made as a draft").contains("Autumn &lt;script&gt;");

        assertThat(step(anna, "submit", "please look").body())
                .contains("Submitted.")
                .contains("You wrote this version")
                .doesNotContain("data-opens=\"d-approve\"");
        assertThat(step(anna, "approve", "").statusCode()).isEqualTo(403);
        assertThat(step(bo, "approve", "").body()).contains("It runs from now on.");
        api.reads("").body("state", equalTo("running"));

        String stale = revision(bo.get(CAMPAIGNS + "/one/" + id).body());
        step(bo, "pause", "wrong <b>price</b>");
        String listed = anna.get(CAMPAIGNS + "?q=" + id).body();
        assertThat(listed).contains("Paused by bo: wrong &lt;b&gt;price").doesNotContain("<b>price");
        HttpResponse<String> again =
                bo.post(CAMPAIGNS + "/one/" + id + "/steps", Map.of("step", "pause", "revision", stale));
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("or it was done already");
        assertThat(step(bo, "resume", "").body()).contains("Resumed.");
        assertThat(step(bo, "end", "").body()).contains("Ended.");
        api.reads("").body("state", equalTo("ended"));
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        Map<String, String> fields = draft(anna.get(CAMPAIGNS + "/edit"), "Hello {cdi:foo}");
        fields.put("holdout", "250");
        fields.put("budget", "-1 EUR");

        HttpResponse<String> page = anna.post(CAMPAIGNS + "/edit", fields);

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("editor with errors", page, "en");
        assertThat(page.body())
                .containsPattern("id=\"f-holdout\"[^>]*value=\"250\"[^>]*aria-invalid")
                .containsPattern("id=\"f-budget\"[^>]*value=\"-1 EUR\"[^>]*aria-invalid")
                .containsPattern("id=\"f-title_en\"[^>]*value=\"Hello \\{cdi:foo}\"[^>]*aria-invalid");
        api.reads("").statusCode(404);

        fields.put("definition", "{\"name\": ");
        assertThat(anna.post(CAMPAIGNS + "/edit", fields).body()).contains("not valid JSON");
        fields.put("id", "No Id");
        assertThat(anna.post(CAMPAIGNS + "/edit", fields).statusCode()).isEqualTo(422);
    }

    @Test
    void whileItIsTypedItIsLookedOverWithoutBeingSaved() {
        Map<String, String> fields = draft(anna.get(CAMPAIGNS + "/edit"), "Hello");
        assertThat(anna.htmx(CAMPAIGNS + "/edit/check", fields).body()).contains("Can be saved");
        assertThat(anna.htmx(CAMPAIGNS + "/edit/size", fields).body()).containsAnyOf("Large enough", "Too small");

        fields.put("within", "soon");

        assertThat(anna.htmx(CAMPAIGNS + "/edit/check", fields).body())
                .contains("1 to mend")
                .containsPattern("id=\"e-within\" hx-swap-oob=\"true\">[^<]+<");
        fields.put("definition", "[");
        assertThat(anna.htmx(CAMPAIGNS + "/edit/check", fields).body()).contains("not valid YAML");
        assertThat(anna.htmx(CAMPAIGNS + "/edit/size", fields).body()).contains("Mend what is wrong first");
        api.reads("").statusCode(404);
    }

    @Test
    void aStaleEditShowsBothAndEitherCanBeTaken() {
        api.save("bo", api.definition("One"), null).statusCode(201);
        Map<String, String> fields = draft(anna.get(CAMPAIGNS + "/edit?id=" + id), "Mine");
        api.save("bo", api.definition("Theirs"), api.tag()).statusCode(200);

        HttpResponse<String> page = anna.post(CAMPAIGNS + "/edit?id=" + id, fields);

        assertThat(page.statusCode()).isEqualTo(412);
        ConsolePages.fit("conflict", page, "en");
        assertThat(page.body())
                .contains("Somebody changed this meanwhile")
                .contains("Mine")
                .contains("Theirs");
        Matcher mine = Pattern.compile("name=\"definition\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(mine.find()).isTrue();
        HttpResponse<String> kept = anna.post(
                CAMPAIGNS + "/edit?id=" + id,
                Map.of("id", id, "revision", revision(page.body()), "definition", plain(mine.group(1))));
        assertThat(kept.body()).contains("Saved as a draft");
        api.reads("/versions/3").body("definition.variations[0].content.en.title", equalTo("Mine"));
    }

    @Test
    void aDryRunSaysWhatIsLackingAndTellsOfNoFewPeople() {
        api.save("anna", api.definition("One").replace("\"kind\"", "\"audience\": \"nobody-here\", \"kind\""), null)
                .statusCode(201);

        assertThat(anna.get(CAMPAIGNS + "/trial/" + id).body()).doesNotContain("/caps/perPerson");
        HttpResponse<String> page = anna.post(CAMPAIGNS + "/trial/" + id, Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        ConsolePages.fit("dry run", page, "en");
        assertThat(page.body()).contains("not told").contains("/caps/perPerson").contains("One");
    }

    @Test
    void aReportIsReadInWordsAndAsCsv() {
        api.save("anna", api.definition("One"), null).statusCode(201);

        assertThat(ConsoleSession.as("analyst")
                        .preferring("zh-CN")
                        .get(CAMPAIGNS + "/report/" + id)
                        .body())
                .contains("不予显示");
        assertThat(anna.get(CAMPAIGNS + "/report/" + id + "/csv").body()).startsWith("metric,arm,variation");
    }

    private HttpResponse<String> step(ConsoleSession who, String step, String note) {
        assertThat(who.get(CAMPAIGNS + "/one/" + id).statusCode()).isEqualTo(200);
        return who.post(
                CAMPAIGNS + "/one/" + id + "/steps",
                Map.of("step", step, "note", note, "revision", "r" + api.tag().replaceAll("[^0-9]", "")));
    }

    /** The form of the page as a browser sends it, with a new title. */
    private Map<String, String> draft(HttpResponse<String> page, String title) {
        Map<String, String> fields = new HashMap<>(fields(page.body()));
        fields.put("id", id);
        fields.put("name", "Autumn <script>");
        fields.put("placements", id);
        fields.put("title_en", title);
        fields.put("body_en", "There");
        return fields;
    }

    private static Map<String, String> fields(String html) {
        String form = html.substring(html.indexOf("id=\"campaign\""));
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(one -> fields.put(one.group(1), plain(one.group(2))));
        Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(form)
                .results()
                .forEach(one -> fields.put(one.group(1), plain(one.group(2)).replace("\n", "\r\n")));
        Pattern.compile("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL)
                .matcher(form)
                .results()
                .forEach(one -> {
                    Matcher chosen =
                            Pattern.compile("value=\"([^\"]*)\" selected").matcher(one.group(2));
                    fields.put(one.group(1), chosen.find() ? chosen.group(1) : "");
                });
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String revision(String html) {
        Matcher found = REVISION.matcher(html);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
