package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CouponIT {
    private static final String TEN_PERCENT = "\"benefit\":{\"kind\":\"PERCENT\",\"percent\":10}";

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private static ValidatableResponse makes(String id, String kind, String rest) {
        return as(Role.MARKETER)
                .body("{\"id\":\"%s\",\"codes\":\"%s\",\"currency\":\"EUR\",%s}".formatted(id, kind, rest))
                .post("/v1/coupons")
                .then();
    }

    private static String newId() {
        return "c" + UUID.randomUUID();
    }

    private static String codeOf(String id) {
        return as(Role.MARKETER)
                .body("{\"count\":1}")
                .post("/v1/coupons/" + id + "/codes")
                .then()
                .statusCode(201)
                .extract()
                .path("codes[0]");
    }

    private static String personalCode(String id, Shopper shopper) {
        return as(Role.SERVICE)
                .body("{\"subjects\":[\"" + shopper.pseudonym() + "\"]}")
                .post("/v1/coupons/" + id + "/personal-codes")
                .then()
                .statusCode(201)
                .extract()
                .path("codes.'" + shopper.pseudonym() + "'");
    }

    private static String basket(String code, Shopper shopper) {
        String subject = shopper == null ? "" : "\"subject\":\"" + shopper.pseudonym() + "\",";
        return """
                {"code":"%s",%s"currency":"EUR","shipping":490,
                 "lines":[{"productId":"crisps","categories":["snacks"],"quantity":2,"price":1000}]}""".formatted(code, subject);
    }

    private static ValidatableResponse checks(String code, Shopper shopper) {
        return as(Role.STOREFRONT)
                .body(basket(code, shopper))
                .post("/v1/coupon-checks")
                .then();
    }

    private static ValidatableResponse reserves(String id, String code, Shopper shopper) {
        return as(Role.STOREFRONT)
                .body(basket(code, shopper))
                .put("/v1/coupon-uses/" + id)
                .then();
    }

    private static ValidatableResponse settles(String id, String how) {
        return as(Role.STOREFRONT).post("/v1/coupon-uses/" + id + "/" + how).then();
    }

    /** Half a cent isn't rounded away, and a text is no amount. */
    @ParameterizedTest
    @CsvSource({"10.5", "1e-1", "'\"10\"'", "true", "null"})
    void anAmountThatIsNoWholeNumberOfMinorUnitsIsRefusedByItsField(String price) {
        as(Role.STOREFRONT)
                .body(basket("ANYCODE", null).replace("\"price\":1000", "\"price\":" + price))
                .post("/v1/coupon-checks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("lines[0].price"))
                .body("errors[0].pointer", equalTo("#/lines/0/price"))
                .body("errors[0].message", startsWith("expected a whole number"));
    }

    @Test
    void aLineWithoutAPriceIsNotFree() {
        as(Role.STOREFRONT)
                .body(basket("ANYCODE", null).replace(",\"price\":1000", ""))
                .post("/v1/coupon-checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("lines[0].price"));
    }

    @Test
    void whoGuessesCodesHasToWaitAndWhoHasOneHasNot() {
        String id = newId();
        makes(id, "SHARED", TEN_PERCENT).statusCode(201);
        String chosen = "G" + id.replaceAll("[^0-9]", "").substring(0, 8);
        as(Role.MARKETER)
                .body("{\"code\":\"" + chosen + "\"}")
                .post("/v1/coupons/" + id + "/codes")
                .then()
                .statusCode(201);
        String drawn = codeOf(id);
        guesses("guesser", chosen).statusCode(200).body("applies", equalTo(true));
        for (int guess = 0; guess < 80; guess++) {
            guesses("guesser", "GUESS" + guess);
        }

        guesses("guesser", "GUESSMORE")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", equalTo("/problems/too-many-wrong-codes"));
        as("guesser", Role.STOREFRONT)
                .body(basket("GUESSMORE", null))
                .put("/v1/coupon-uses/" + newId())
                .then()
                .statusCode(429);
        guesses("guesser", chosen).statusCode(200).body("applies", equalTo(true));
        guesses("guesser", drawn).statusCode(200).body("applies", equalTo(true));
        guesses("another", "GUESSMORE").statusCode(200).body("reason.code", equalTo("no-such-code"));
    }

    @Test
    void aCodeThatIsTriedWronglyByManyClientsHasToWait() {
        for (int client = 0; client < 60; client++) {
            guesses("one-of-many-" + client, "ONECODE");
        }

        guesses("one-more", "ONECODE").statusCode(429);
        guesses("one-more", "OTHERCODE").statusCode(200);
    }

    @Test
    void manyGuessesAtOnceAreNoMoreThanInTurn() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 300; guess++) {
            String code = "ATONCE" + guess;
            guesses.add(() -> guesses("guesser-at-once", code).extract().statusCode());
        }
        int heard = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(60)) {
            for (Future<Integer> answer : threads.invokeAll(guesses)) {
                heard += answer.get() == 200 ? 1 : 0;
            }
        }

        assertThat(heard).isEqualTo(60);
    }

    private static ValidatableResponse guesses(String client, String code) {
        return as(client, Role.STOREFRONT)
                .body(basket(code, null))
                .post("/v1/coupon-checks")
                .then();
    }

    private static RequestSpecification as(String client, String role) {
        return given().auth().oauth2(TestTokens.of(client, role)).contentType("application/json");
    }

    @Test
    void aUseIsCheckedReservedRedeemedAndReleasedAndEachCanBeRepeated() {
        String id = newId();
        makes(id, "SHARED", TEN_PERCENT + ",\"limits\":{\"budget\":300}").statusCode(201);
        makes(id, "SHARED", TEN_PERCENT + ",\"limits\":{\"budget\":300}").statusCode(201);
        makes(id, "SHARED", TEN_PERCENT).statusCode(409);
        String code = codeOf(id);
        assertThat(code).matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}");

        checks(code, null).statusCode(200).body("applies", equalTo(true)).body("off", equalTo(200));
        String use = newId();
        reserves(use, code, null)
                .statusCode(200)
                .body("state", equalTo("reserved"))
                .body("off", equalTo(200));
        reserves(use, code, null).statusCode(200);
        reserves(use, code, Shopper.unknown()).statusCode(409).body("type", equalTo("/problems/use-id-taken"));
        checks(code, null)
                .body("applies", equalTo(false))
                .body("reason.code", equalTo("budget-spent"))
                .body("reason.text", equalTo("The budget of this coupon is spent."));
        stands(id, 200, 0, 1);

        settles(use, "redemption").statusCode(200).body("state", equalTo("redeemed"));
        settles(use, "redemption").statusCode(200).body("state", equalTo("redeemed"));
        stands(id, 0, 200, 1);

        settles(use, "release").statusCode(200).body("state", equalTo("released"));
        settles(use, "release").statusCode(200);
        settles(use, "redemption").statusCode(409).body("type", equalTo("/problems/use-over"));
        stands(id, 0, 0, 0);
        settles("nobody's", "redemption").statusCode(400);
        settles("unknown", "redemption").statusCode(404);
    }

    private static void stands(String id, int reserved, int redeemed, int uses) {
        as(Role.MARKETER)
                .get("/v1/coupons/" + id)
                .then()
                .statusCode(200)
                .body("reserved", equalTo(reserved))
                .body("redeemed", equalTo(redeemed))
                .body("uses", equalTo(uses));
    }

    @Test
    void anEndedCouponIsTakenNoMore() {
        String id = newId();
        makes(id, "SHARED", TEN_PERCENT).statusCode(201);
        String code = codeOf(id);
        String use = newId();
        reserves(use, code, null).statusCode(200);

        as(Role.MARKETER).post("/v1/coupons/" + id + "/end").then().statusCode(200);

        reserves(newId(), code, null).statusCode(409).body("type", equalTo("/problems/ended"));
        settles(use, "redemption").statusCode(200);
    }

    @Test
    void aCodeUsedByTwoPeopleIsAConflict() {
        String single = newId();
        makes(single, "SINGLE_USE", TEN_PERCENT).statusCode(201);
        String code = codeOf(single);
        reserves(newId(), code, Shopper.unknown()).statusCode(200);

        reserves(newId(), code, Shopper.unknown())
                .statusCode(409)
                .body("type", equalTo("/problems/code-used"))
                .body("detail", equalTo("This code has been used already."));
    }

    @Test
    void aPersonalCodeIsOneOnlyForItsPersonWhoFindsItInTheExportAndWhomErasureForgets()
            throws InvalidProtocolBufferException {
        String id = newId();
        makes(id, "PERSONAL", TEN_PERCENT + ",\"limits\":{\"budget\":1000}").statusCode(201);
        Shopper shopper = Shopper.unknown();
        String code = personalCode(id, shopper);

        reserves(newId(), code, null).statusCode(409).body("type", equalTo("/problems/person-needed"));
        reserves(newId(), code, Shopper.unknown())
                .statusCode(409)
                .body("type", equalTo("/problems/of-another"))
                .body("errors[0].field", equalTo("code"))
                .body("errors[0].message", equalTo("send a code that was issued for this subject"));
        reserves(newId(), code, shopper).statusCode(200);
        reserves(newId(), code, shopper).statusCode(409).body("type", equalTo("/problems/code-used"));
        as(Role.SERVICE)
                .get("/v1/subjects/" + shopper.pseudonym() + "/export")
                .then()
                .statusCode(200)
                .body("sections.find { it.name == 'coupon uses' }.records.coupon_id", hasItem(id))
                .body("sections.find { it.name == 'coupon codes' }.records.coupon_id", hasItem(id));
        stands(id, 200, 0, 1);

        shopper.asksForErasure();

        ErasureReceipt receipt =
                ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, shopper.pseudonym())
                        .getFirst()
                        .value());
        assertThat(receipt.getRemovedMap()).containsEntry("coupon-uses", 1L).containsEntry("coupon-codes", 1L);
        stands(id, 0, 0, 0);
    }

    @Test
    void aPersonsLimitGoesWithThePersonToANewPseudonym() {
        String id = newId();
        makes(id, "SHARED", TEN_PERCENT + ",\"limits\":{\"usesPerPerson\":1}").statusCode(201);
        String code = codeOf(id);
        Shopper before = Shopper.unknown();
        Shopper now = Shopper.unknown();
        reserves(newId(), code, before).statusCode(200);
        reserves(newId(), code, before).statusCode(409).body("type", equalTo("/problems/used-by-you"));
        checks(code, now).body("applies", equalTo(true));

        ConsentState moved = ConsentState.newBuilder()
                .setPseudonym(before.pseudonym())
                .setVersion(2)
                .setSuccessor(now.pseudonym())
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED))
                .build();
        TestRecords.write(Topic.CONSENTS, before.pseudonym(), moved.toByteArray());

        eventually().untilAsserted(() -> checks(code, now).body("reason.code", equalTo("used-by-you")));
    }

    @Test
    void reasonsAreGivenInTheLanguageAskedFor() {
        as(Role.STOREFRONT)
                .body(basket("NO-SUCH", null).replaceFirst("\\{", "{\"locale\":\"zh-CN\","))
                .post("/v1/coupon-checks")
                .then()
                .statusCode(200)
                .body("coupon", nullValue())
                .body("reason.code", equalTo("no-such-code"))
                .body("reason.text", matchesPattern(".*优惠码.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "benefit; {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EUR\"}",
                "benefit.percent;"
                        + " {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EUR\",\"benefit\":{\"kind\":\"PERCENT\"}}",
                "benefit.kind;"
                        + " {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EUR\",\"benefit\":{\"kind\":\"HALF\"}}",
                "limits.budget;"
                        + " {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EUR\",\"benefit\":{\"kind\":\"AMOUNT\",\"amount\":5},\"limits\":{\"budget\":-1}}",
                "conditions.until;"
                        + " {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EUR\",\"benefit\":{\"kind\":\"AMOUNT\",\"amount\":5},\"conditions\":{\"from\":\"2026-12-01T00:00:00Z\",\"until\":\"2026-11-01T00:00:00Z\"}}",
                "currency;"
                        + " {\"id\":\"a\",\"codes\":\"SHARED\",\"currency\":\"EURO\",\"benefit\":{\"kind\":\"AMOUNT\",\"amount\":5}}"
            })
    void aCouponThatCantBeNamesItsField(String field, String body) {
        as(Role.MARKETER)
                .body(body)
                .post("/v1/coupons")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    @Test
    void codesOfAnotherKindAndTakenOnesAreConflicts() {
        String shared = newId();
        String personal = newId();
        String chosen = "X" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        makes(shared, "SHARED", TEN_PERCENT).statusCode(201);
        makes(personal, "PERSONAL", TEN_PERCENT).statusCode(201);

        issues(personal, "{\"count\":1}").statusCode(409);
        issues(shared, "{\"code\":\"" + chosen + "\"}").statusCode(201).body("codes", hasSize(1));
        issues(shared, "{\"code\":\"" + chosen + "\"}").statusCode(409);
        issues(shared, "{\"count\":0}").statusCode(400);
        issues(shared, "{}").statusCode(400);
        issues("nowhere", "{\"count\":1}").statusCode(404);
        checks(chosen.toLowerCase(java.util.Locale.ROOT), null).body("applies", equalTo(true));
    }

    private static ValidatableResponse issues(String id, String body) {
        return as(Role.MARKETER).body(body).post("/v1/coupons/" + id + "/codes").then();
    }
}
