package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operator's pages: the flow, refused events that are mended, write keys, services, settings. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class OperatorPagesIT {
    private static final String FLOW = "/console/flow";
    private static final String KEYS = FLOW + "/keys";
    private static final String REPLAY = FLOW + "/refused/replay";
    private static final Pattern SECRET = Pattern.compile("wk_[A-Za-z0-9_-]{20,}");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    @Test
    void operatorsSeeThePagesAndNobodyElse() {
        ConsolePages.seenBy(
                Set.of("operator"),
                FLOW,
                FLOW + "/refused",
                FLOW + "/refused/events",
                REPLAY,
                FLOW + "/letters",
                FLOW + "/letters?span=week&reason=%3Cb%3E",
                KEYS,
                KEYS + "/new",
                KEYS + "/shop",
                FLOW + "/services",
                FLOW + "/settings");
    }

    @Test
    void theFlowShowsWhoReadsWhatAndHowFarBehind() {
        String customer = Shop.customer();
        Shop.batch(Shop.view(customer, Shop.newId("page"), "tea-1"));
        Shop.refined(Shop.pseudonym(customer), 1);
        ConsoleSession operator = signedIn();

        await().untilAsserted(() -> assertThat(operator.get(FLOW).body()).contains("event-ingest-refine"));

        assertThat(operator.get(FLOW + "/data.csv").body())
                .startsWith("topic,records,last_hour,reader,working,lag\r\n")
                .contains("aisle.events.raw.v1,");
    }

    @Test
    void aRefusedEventIsTriedAndThenReplayedOnce() {
        ConsoleSession operator = signedIn();
        String customer = Shop.customer();
        String id = Shop.newId("page");
        Shop.batch(Rejections.faulty(customer, id));
        Shop.rejected(id);
        String query = "?code=invalid-field&field=properties.product_id&source=shop&span=hour";

        assertThat(operator.get(FLOW + "/refused?span=hour").body()).contains("properties.product_id");
        String events = operator.get(FLOW + "/refused/events" + query).body();
        assertThat(events)
                .contains(id)
                .contains("items[0].name")
                .doesNotContain("Tea")
                .doesNotContain("p1.k1.");
        Map<String, String> fix = new HashMap<>(
                Map.of("code", "invalid-field", "field", "properties.product_id", "source", "shop", "span", "hour"));
        fix.put("set", "items[0].productId = tea-1");
        fix.put("action", "try");

        String tried = operator.post(REPLAY, fix).body();
        assertThat(tried).contains("What would happen").contains("name=\"action\" value=\"replay\"");
        fix.put("action", "replay");
        String done = operator.post(REPLAY, fix).body();
        assertThat(done).contains("What happened");
        String again = operator.post(REPLAY, fix).body();

        assertThat(again).contains("What happened");
        assertThat(operator.get(FLOW + "/refused/events" + query).body()).contains(">Replayed<");
    }

    @Test
    void deadLettersAreTriedBeforeTheyAreReplayed() {
        HttpResponse<String> tried =
                signedIn().post(FLOW + "/letters", Map.of("action", "try", "reason", "no such reason", "span", "hour"));

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body())
                .contains("What would happen")
                .contains("No dead letter in this time")
                .doesNotContain("name=\"action\" value=\"replay\"");
    }

    @Test
    void whatCannotBeSetIsToldAndNothingIsLost() {
        HttpResponse<String> page = signedIn()
                .post(REPLAY, Map.of("action", "try", "set", "pseudonym = somebody", "remove", "items[0].brand"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("pseudonym = somebody")
                .contains("items[0].brand")
                .contains("expected the path");
        assertThat(signedIn()
                        .post(REPLAY, Map.of("action", "try", "set", "<script>alert(1)</script>"))
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aSecretIsShownOnceWhenItIsMade() {
        ConsoleSession operator = signedIn();
        String name = Shop.newId("page").toLowerCase(Locale.ROOT);

        HttpResponse<String> made =
                operator.post(KEYS + "/new", Map.of("name", name, "origins", "https://shop.example"));
        assertThat(made.statusCode()).isEqualTo(200);
        ConsolePages.fit("secret", made, "en");
        Matcher secret = SECRET.matcher(made.body());
        assertThat(secret.find()).isTrue();
        await().until(() -> operator.get(KEYS + "/" + name).statusCode() == 200);

        assertThat(operator.get(KEYS + "/" + name).body())
                .contains("https://shop.example")
                .doesNotContain(secret.group());
        assertThat(operator.get(KEYS).body()).contains(name).doesNotContain(secret.group());
        HttpResponse<String> twice = operator.post(KEYS + "/new", Map.of("name", name));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("has or had the name");
    }

    @Test
    void aKeyIsChangedOnceGetsANewSecretAndIsRevoked() {
        ConsoleSession operator = signedIn();
        String name = Shop.newId("page").toLowerCase(Locale.ROOT);
        operator.post(KEYS + "/new", Map.of("name", name));
        String path = KEYS + "/" + name;
        await().until(() -> operator.get(path).statusCode() == 200);
        Map<String, String> change = new HashMap<>(Map.of("eventsPerSecond", "7", "version", version(operator, path)));

        assertThat(operator.post(path, change).body()).contains("The key is changed");
        change.put("eventsPerSecond", "9");
        await().untilAsserted(() -> {
            HttpResponse<String> stale = operator.post(path, change);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body()).contains("7 / 14").contains("value=\"9\"");
        });
        assertThat(operator.post(path, Map.of("eventsPerSecond", "much")).statusCode())
                .isEqualTo(422);
        assertThat(SECRET.matcher(operator.post(path + "/rotate", Map.of("hours", "1"))
                                .body())
                        .find())
                .isTrue();
        assertThat(operator.post(path + "/rotate", Map.of("hours", "soon")).statusCode())
                .isEqualTo(400);
        operator.post(path + "/revoke", Map.of());
        await().untilAsserted(() -> assertThat(operator.get(path).body())
                .contains("Revoked at")
                .doesNotContain("name=\"eventsPerSecond\""));
    }

    @Test
    void aKeyOfTheConfigurationIsShownWithoutAForm() {
        assertThat(signedIn().get(KEYS + "/shop").body())
                .contains("Stands in the configuration")
                .doesNotContain("name=\"eventsPerSecond\"");
    }

    @Test
    void servicesAreAskedAndThisOneIsReady() {
        assertThat(signedIn().get(FLOW + "/services").body())
                .contains("<h2>ingest ")
                .contains("<h2>profile ");
    }

    @Test
    void settingsAreSearchedAndNoSecretIsShown() {
        ConsoleSession operator = signedIn();

        assertThat(operator.get(FLOW + "/settings?q=aisle.tenant").body()).contains("aisle.tenant");
        String all = operator.get(FLOW + "/settings").body();
        assertThat(all)
                .contains("aisle.console.session-secret")
                .contains("••••••")
                .doesNotContain("console-sessions-of-tests")
                .doesNotContain("746573742d");
        assertThat(operator.get(FLOW + "/settings?q=%3Cscript%3Ealert(1)").body())
                .doesNotContain("<script>alert");
    }

    /** A form that is sent without a session is lost on the way to the sign-in, so the operator opens a page before. */
    private static ConsoleSession signedIn() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(FLOW);
        return operator;
    }

    private static String version(ConsoleSession operator, String path) {
        Matcher version = VERSION.matcher(operator.get(path).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
