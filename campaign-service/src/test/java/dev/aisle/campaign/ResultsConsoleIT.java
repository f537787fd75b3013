package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.results.bandits.LearnWeights;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What campaigns bring, in the console: over time, at whom, by what was learned, and who gets the budget. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ResultsConsoleIT {
    private static final String CAMPAIGNS = "/console/campaigns";

    @Inject
    AgroalDataSource database;

    @Inject
    LearnWeights learnWeights;

    private final String id = "res-" + UUID.randomUUID();
    private final CampaignApi api = new CampaignApi(id);
    private final ConsoleSession anna = ConsoleSession.of("anna-" + id, "marketer");

    private void runs(String more) {
        api.save("anna", """
                {"name": "Spring <b>tea", "kind": "coupon", "placements": ["%s"], "goal": {"metric": "conversion", "within": "P14D"}, %s,
                 "variations": [
                   {"id": "plain", "weight": 0.5, "content": {"en": {"title": "Tea", "body": "There"}}},
                   {"id": "bold", "weight": 0.5, "content": {"en": {"title": "Tea!", "body": "There"}}}]}
                """.formatted(id, more), null).statusCode(201);
        api.step("anna", "submit").statusCode(200);
        api.step("bert", "approve").statusCode(200);
    }

    /** Four thousand people a day for ten days; of those who got it every third orders, of the others every fifth. */
    private void people() throws SQLException {
        execute("""
                insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at)
                select '%1$s', 1, '%1$s-' || n, n %% 2 = 0, case when n %% 2 = 0 then '' else 'plain' end,
                    now() - make_interval(days => 12 - n / 4000) from generate_series(1, 40000) n
                """.formatted(id));
        execute("""
                insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)
                select '%1$s-' || n, '%1$s-' || n, 1000, 'EUR', now() - make_interval(days => 12 - n / 4000, hours => -3)
                from generate_series(1, 40000) n where (n %% 2 = 1 and n %% 3 = 0) or (n %% 2 = 0 and n %% 5 = 0)
                """.formatted(id));
        execute("update campaign_version set made_at = now() - interval '12 days' where campaign_id = '" + id + "'");
    }

    private void shown(String variation, int number, int clicked) throws SQLException {
        execute("""
                insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, clicked_at,
                    propensity, context)
                select '%1$s-%2$s-' || n, '%1$s', 1, '%2$s', '%1$s-%2$s-' || n, 'home', now() - interval '1 hour',
                    case when n <= %4$d then now() - interval '1 hour' + interval '1 second' end, 0.5, 0
                from generate_series(1, %3$d) n
                """.formatted(id, variation, number, clicked));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All pages of the list, which campaigns of other tests make long. */
    private String results() {
        StringBuilder all = new StringBuilder();
        int at = 0;
        do {
            all.append(page("/results?page=" + at));
            at++;
        } while (all.indexOf("?page=" + at + "\"") >= 0);
        return all.toString();
    }

    private String page(String path) {
        HttpResponse<String> page = anna.get(CAMPAIGNS + path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        ConsolePages.fit(path, page, "en");
        assertThat(page.body()).as(path).doesNotContain("<b>tea");
        return page.body();
    }

    @Test
    void marketersAndAnalystsSeeThePagesAndNobodyElse() throws SQLException {
        runs("\"holdout\": 0.5");
        people();

        ConsolePages.seenBy(
                Set.of("marketer", "analyst"),
                CAMPAIGNS + "/results",
                CAMPAIGNS + "/results?page=99",
                CAMPAIGNS + "/report/" + id,
                CAMPAIGNS + "/moved/" + id,
                CAMPAIGNS + "/learned/" + id,
                CAMPAIGNS + "/allocated/" + id);
        for (String path : new String[] {"/moved/no", "/learned/NO", "/allocated/..x", "/allocated/no/csv"}) {
            assertThat(anna.get(CAMPAIGNS + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theEffectOverTimeIsDrawnAndTakenAlong() throws SQLException {
        runs("\"holdout\": 0.5");
        people();

        String report = page("/report/" + id);
        String days = anna.get(CAMPAIGNS + "/report/" + id + "/days").body();

        assertThat(report).contains("data-chart=\"effect\"").contains("Effect on orders over time");
        // Thirteen days in parts of two.
        assertThat(days.lines()).hasSize(8);
        assertThat(Double.parseDouble(days.lines().toList().getLast().split(",", -1)[1]))
                .isCloseTo(20_000, within(400.0));
        assertThat(results()).contains(id);
        assertThat(anna.get(CAMPAIGNS + "/results/csv").body()).contains(id + ",chance,");
    }

    @Test
    void whatItLearnedStandsWithItsCost() throws Exception {
        runs(
                "\"holdout\": 0, \"assignment\": {\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\", \"floor\": 0.1, \"within\": \"PT5S\"}}");
        assertThat(page("/learned/" + id)).contains("stand out of its noise");
        shown("plain", 10_000, 500);
        shown("bold", 10_000, 3_000);
        // The service learns by itself as well, one at a time.
        Storefront.eventually().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(page("/learned/" + id)).contains("Shares over time are drawn once");
        });
        // Far more than a tenth goes.
        execute("delete from campaign_contact where id ~ '" + id + "-bold-[1-5]'");
        Storefront.eventually().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(page("/learned/" + id)).contains("data-chart=\"shares\"");
        });

        String learned = page("/learned/" + id);
        String csv = anna.get(CAMPAIGNS + "/learned/" + id + "/csv").body();

        assertThat(learned)
                .contains("data-chart=\"shares\"")
                .contains("data-chart=\"lost\"")
                .contains("Probably the best");
        assertThat(csv).startsWith("epoch,computed_at,segments,variation,share,contacts,reward,best,lost_so_far");
        assertThat(csv.lines()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ConsoleSession.as("analyst")
                        .preferring("zh")
                        .get(CAMPAIGNS + "/learned/" + id)
                        .body())
                .contains("每个变体至少展示给百分之 10.0 的人")
                .contains("<span lang=\"en\">Each variation is shown");
        assertThat(page("/moved/" + id)).contains("Nothing was learned yet");
    }

    @Test
    void theBudgetIsAllocatedAndWhatIsWrongIsSaid() {
        runs("\"holdout\": 0, \"assignment\": \"allocated\", \"budget\": {\"amount\": 300, \"currency\": \"EUR\"}");
        String at = CAMPAIGNS + "/allocated/" + id;
        assertThat(page("/allocated/" + id)).contains("Nothing was allocated yet");

        HttpResponse<String> wrong = anna.post(at, Map.of("groups", "No Segment!"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("ids of segments").contains("No Segment!");
        assertThat(anna.post(at, Map.of("groups", "buyer, vip")).body()).contains("Allocated.");
        assertThat(anna.get(at + "/csv").body()).startsWith("kind,name,people,share,cost_minor,value_minor");
        ConsoleSession analyst = ConsoleSession.as("analyst");
        assertThat(analyst.get(at).statusCode()).isEqualTo(200);
        assertThat(analyst.post(at, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void learningFromTooFewPeopleIsRefusedInThePersonsLanguage() {
        runs("\"holdout\": 0.5");

        ConsoleSession marketer = ConsoleSession.of("learner-" + id, "marketer").preferring("zh");
        marketer.get(CAMPAIGNS + "/moved/" + id);

        HttpResponse<String> refused = marketer.post(CAMPAIGNS + "/moved/" + id, Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("学习需要某个变体和对照组各有");
    }
}
