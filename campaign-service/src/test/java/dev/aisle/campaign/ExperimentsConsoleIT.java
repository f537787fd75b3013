package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.experiments.analysis.TakeLooks;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The analyst's pages of experiments, from a plan to what was learnt. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExperimentsConsoleIT {
    private static final String EXPERIMENTS = "/console/experiments";
    private static final String PLAN = EXPERIMENTS + "/plan";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    @Inject
    AgroalDataSource database;

    @Inject
    TakeLooks takeLooks;

    private final String id = "console-" + UUID.randomUUID();
    private final ConsoleSession analyst = ConsoleSession.of("anna-" + id, "analyst");

    @BeforeEach
    void signIn() {
        analyst.get(EXPERIMENTS);
    }

    private static ConsoleSession ben() {
        ConsoleSession ben = ConsoleSession.of("ben", "marketer");
        ben.get(EXPERIMENTS);
        return ben;
    }

    private String one() {
        return EXPERIMENTS + "/one/" + id;
    }

    private static Map<String, String> plan(String id) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "mode", "make",
                "revision", "0",
                "id", id,
                "name", "Blue button",
                "hypothesis", "Blue is seen by more people.",
                "rows", "2",
                "variations.0.key", "control",
                "variations.0.value", "green",
                "variations.1.key", "blue",
                "variations.1.value", "blue"));
        fields.put("metric.conversion.role", "goal");
        fields.put("metric.refunds.role", "guardrail");
        fields.put("metric.refunds.margin", "10");
        fields.put("decision.method", "sequential");
        fields.put("decision.minimumEffect", "5");
        fields.put("coverage", "50");
        return fields;
    }

    private static String revision(HttpResponse<String> page) {
        Matcher found = REVISION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> step(String step, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("step", step);
        fields.putIfAbsent("revision", revision(analyst.get(one())));
        return analyst.post(one() + "/steps", fields);
    }

    private void running() throws SQLException {
        for (String sql : RunningExperiment.rows(id, 6)) {
            execute(sql);
        }
        people("old", 10_000, 1_000);
        people("new", 10_000, 2_000);
        looks(1);
        execute("update experiment_look set day = day - 1 where experiment_id = '" + id + "'");
        looks(2);
    }

    /** The service may take looks of its own meanwhile, from the same day of new numbers. */
    private void looks(int number) {
        eventually().untilAsserted(() -> {
            execute("delete from guard_day where reader = ''");
            takeLooks.all();
            assertThat(looks()).isEqualTo(number);
        });
    }

    private int looks() throws SQLException {
        String sql = "select count(*) from experiment_look where experiment_id = '" + id + "'";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void people(String variation, int number, int ordered) throws SQLException {
        for (String sql : RunningExperiment.people(id, variation, number, ordered)) {
            execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyPageIsSeenByMarketersAndAnalystsAndNobodyElse() throws SQLException {
        running();

        ConsolePages.seenBy(
                Set.of("marketer", "analyst"),
                EXPERIMENTS,
                EXPERIMENTS + "?state=concluded&q=nothing-like-it",
                PLAN,
                EXPERIMENTS + "/metrics",
                EXPERIMENTS + "/flags",
                EXPERIMENTS + "/flags/new",
                EXPERIMENTS + "/access",
                one(),
                PLAN + "/of/" + id,
                PLAN + "/of/" + id + "?mode=phase");
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("campaigns", "experiments");
    }

    @Test
    void aRunningExperimentSaysWhatToDoAndWhyWithItsChartsFiguresToTakeAlong() throws SQLException {
        running();

        String page = analyst.get(one()).body();
        String chinese =
                ConsoleSession.as("analyst").preferring("zh").get(one()).body();
        HttpResponse<String> looks = analyst.get(one() + "/looks?metric=conversion");
        HttpResponse<String> report = analyst.get(one() + "/report");

        assertThat(page)
                .contains("Can these figures be believed?")
                .contains("data-chart=\"effect-conversion\"")
                .contains("People who order")
                .contains("Better");
        assertThat(chinese).contains("该怎么做").contains("护栏");
        assertThat(looks.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(looks.body())
                .startsWith("day,variation,change,low,high,evidence,boundary")
                .contains(",new,");
        assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
                .contains(id + ".html");
        assertThat(analyst.get(one() + "/figures").body()).contains("metric,conversion,goal");
        assertThat(analyst.get(EXPERIMENTS + "?state=running&q=" + id).body())
                .contains(one())
                .doesNotContain("The first look is taken");
    }

    @Test
    void anExperimentGoesFromThePlanToWhatWasLearnt() {
        HttpResponse<String> draft = analyst.post(PLAN, plan(id));
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(draft.body()).contains("Saved.").contains("Nobody takes part yet");

        assertThat(step("start", Map.of()).body()).contains("It runs.").contains("Running");
        assertThat(step("ramp", Map.of("coverage", "80")).body()).contains("value=\"80\"");
        assertThat(step("stop", Map.of()).body()).contains("It is stopped.");
        assertThat(step("phase", Map.of()).body()).contains("A new phase runs.").contains("Phase 2");
        HttpResponse<String> nothingSaid = step("conclude", Map.of("learnt", " "));
        assertThat(nothingSaid.statusCode()).isEqualTo(422);
        assertThat(nothingSaid.body()).contains("say what was learnt");
        HttpResponse<String> concluded = step("conclude", Map.of("learnt", "Blue " + SCRIPT, "kept", "blue"));

        assertThat(concluded.body())
                .contains("Blue &lt;script&gt;")
                .doesNotContain(SCRIPT)
                .contains("Kept: blue");
        assertThat(analyst.get(EXPERIMENTS + "?state=concluded&q=" + id).body()).contains("Kept: blue");
        assertThat(analyst.get(EXPERIMENTS + "/flags").body()).contains(">" + id + "<");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        Map<String, String> wrong = plan(id);
        wrong.put("name", "");
        wrong.put("hypothesis", SCRIPT + "\u0000");
        wrong.put("variations.0.weight", "half");
        wrong.put("variations.1.weight", "50");
        wrong.put("decision.minimumEffect", "0");
        wrong.put("metric.conversion.margin", "3");

        HttpResponse<String> page = analyst.post(PLAN, wrong);

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("a wrong plan", page, "en");
        assertThat(page.body())
                .contains("id=\"e-name\"")
                .contains("This is missing.")
                .contains("value=\"half\"")
                .contains("Expected a share")
                .contains("Only a guardrail has a margin.")
                .contains("&lt;script&gt;")
                .doesNotContain(SCRIPT);
        assertThat(analyst.get(one()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTypedIsCheckedWhileItIsTyped() {
        Map<String, String> typed = plan(id);
        typed.put("targeting", "{\"$or\": 1}");

        HttpResponse<String> checked = analyst.post(PLAN + "/check", typed);

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains("href=\"#f-targeting\"")
                .contains("What it takes")
                .doesNotContain("<html");
        assertThat(analyst.get(PLAN + "/weeks?metric=conversion").body()).startsWith("week,");
        assertThat(analyst.get(PLAN + "/weeks?metric=conversion&alpha=7").statusCode())
                .isEqualTo(400);
    }

    @Test
    void oneMoreRowKeepsWhatIsThere() {
        Map<String, String> more = plan(id);
        more.put("more", "true");

        HttpResponse<String> page = analyst.post(PLAN, more);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"variations.2.key\"").contains("value=\"Blue button\"");
    }

    @Test
    void aStaleEditShowsBothVersions() {
        analyst.post(PLAN, plan(id));
        Map<String, String> hers = plan(id);
        hers.put("mode", "edit");
        hers.put("revision", "1");
        hers.put("name", "Hers");
        Map<String, String> his = new HashMap<>(hers);
        his.put("name", "His");
        assertThat(analyst.post(PLAN, hers).body()).contains("Saved.");

        HttpResponse<String> page = ben().post(PLAN, his);

        assertThat(page.statusCode()).isEqualTo(412);
        ConsolePages.fit("a stale edit", page, "en");
        assertThat(page.body())
                .contains("Somebody changed this meanwhile")
                .contains("Hers")
                .contains("His");
        his.put("revision", revision(page));
        assertThat(ben().post(PLAN, his).body()).contains(">His<");
    }

    @Test
    void aFormThatIsSentTwiceDoesItsWorkOnce() {
        analyst.post(PLAN, plan(id));
        assertThat(analyst.post(PLAN, plan(id)).body()).contains("Saved.");
        Map<String, String> start = Map.of("revision", "1");

        assertThat(step("start", start).statusCode()).isEqualTo(200);
        HttpResponse<String> again = step("start", start);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("It runs.").containsOnlyOnce("<td>Started</td>");
    }

    @Test
    void whoConcludesAfterAnotherReadsBothWords() throws SQLException {
        running();
        Map<String, String> hers = Map.of("step", "conclude", "learnt", "Hers.", "revision", "1");
        Map<String, String> late = Map.of("step", "conclude", "learnt", "His.", "revision", "1");
        assertThat(analyst.post(one() + "/steps", hers).body()).contains("Hers.");
        assertThat(analyst.post(one() + "/steps", hers).statusCode()).isEqualTo(200);

        HttpResponse<String> his = ben().post(one() + "/steps", late);

        assertThat(his.statusCode()).isEqualTo(412);
        ConsolePages.fit("concluded meanwhile", his, "en");
        assertThat(his.body()).contains("Somebody changed this meanwhile").contains("Hers.", "His.");
    }

    @Test
    void whatWasLearntIsNoBook() throws SQLException {
        running();

        assertThat(step("conclude", Map.of("learnt", "x".repeat(5_001))).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRunningOneChangesItsWordsOnly() throws SQLException {
        running();
        HttpResponse<String> page = analyst.get(PLAN + "/of/" + id);
        Map<String, String> words = new HashMap<>(Map.of(
                "mode", "words", "id", id, "revision", revision(page), "name", "Renamed", "hypothesis", "As it was."));
        words.put("coverage", "100");
        words.put("variations.0.key", "sneaked-in");

        HttpResponse<String> saved = analyst.post(PLAN, words);

        assertThat(page.body()).doesNotContain("name=\"variations.0.key\"");
        assertThat(saved.body())
                .contains("Renamed")
                .contains("<code>old</code>")
                .doesNotContain("sneaked-in");
    }

    @Test
    void flagsAreMadeChangedAndRemoved() {
        Map<String, String> flag = new HashMap<>(Map.of("key", id, "on", "true", "default", "3", "revision", ""));
        assertThat(analyst.post(EXPERIMENTS + "/flags", flag).body())
                .contains("Saved.")
                .contains(id);
        flag.put("revision", "1");
        flag.put("rules", "[{\"condition\": {\"country\": \"CN\"}, \"value\": \"red\"}]");
        HttpResponse<String> wrong = analyst.post(EXPERIMENTS + "/flags", flag);
        flag.put("rules", "");
        flag.put("default", "4");
        flag.put("revision", "7");
        HttpResponse<String> stale = analyst.post(EXPERIMENTS + "/flags", flag);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The values are of different kinds");
        assertThat(stale.statusCode()).isEqualTo(412);
        ConsolePages.fit("a stale flag", stale, "en");
        assertThat(analyst.post(EXPERIMENTS + "/flags/one/" + id + "/remove", Map.of("revision", "1"))
                        .body())
                .contains("Removed.");
        assertThat(analyst.get(EXPERIMENTS + "/flags/one/" + id).statusCode()).isEqualTo(404);
        assertThat(analyst.get(EXPERIMENTS + "/flags/one/%00").statusCode()).isEqualTo(404);
    }

    @Test
    void aClientKeyIsMadeAndRevoked() {
        String made = analyst.post(EXPERIMENTS + "/access/keys", Map.of("name", SCRIPT + id))
                .body();
        Matcher key = Pattern.compile("/access/keys/(sdk-[0-9a-f]+)/revoke").matcher(made);

        assertThat(made).contains("The key is made").contains("&lt;script&gt;").doesNotContain(SCRIPT);
        assertThat(key.find()).isTrue();
        assertThat(analyst.post(EXPERIMENTS + "/access/keys/" + key.group(1) + "/revoke", Map.of())
                        .body())
                .contains("It lets nobody in any more.");
        assertThat(analyst.post(EXPERIMENTS + "/access/keys", Map.of("name", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(analyst.post(EXPERIMENTS + "/access/holdout", Map.of("share", "100", "seed", "s", "revision", "1"))
                        .statusCode())
                .isEqualTo(422);
    }
}
