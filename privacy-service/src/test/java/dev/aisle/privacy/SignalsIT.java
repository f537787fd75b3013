package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.AgeBand;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.testing.RealInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers send along: decided by privacy-service and, from its message, alike by every enforcement point. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SignalsIT {
    private static final String TCF_WITHOUT_VENDORS = "CQdWToAQdWToAEsABBENBkFgAP_gAAAAAAYgF5wAgADgLzAAAAAA";
    private static final String GPP_OPT_OUT = "DBABLA~BVQVAAAAAABA.QA";
    private static final String GPP_WITH_GPC = "DBABLA~BVQqAAAAAABA.YA";
    private static final String GPP_NOT_OPTED_OUT = "DBABLA~BVQqAAAAAABA.QA";
    private static final String GPP_KNOWN_CHILD = "DBABBg~BVWSSSVY.YA";

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Inject
    MeterRegistry metrics;

    @Test
    void aTcfStringGrantsWhatItConsentsToWhereNothingElseWasSaid() {
        String pseudonym = tell("EU", "\"tc\":\"" + TcStrings.ofPublisher(today) + "\"");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("tcf_grant");
        assertThat(reason(pseudonym, "marketing_email")).isEqualTo("jurisdiction_default_opt_in");
        ConsentState told = told(pseudonym);
        assertThat(told.getTcfSignal().getPurposesList()).hasSize(24).startsWith(1, 2, 3);
        Instant end = today.atZone(ZoneOffset.UTC).plusMonths(13).toInstant();
        assertThat(told.getTcfSignal().getExpiresAt().getSeconds()).isEqualTo(end.getEpochSecond());
        assertThat(told.getTcf()).isEmpty();
        assertThat(Consent.of(told).allows(Purpose.ANALYTICS, Instant.now())).isTrue();
        assertThat(Consent.of(told).allows(Purpose.MARKETING_EMAIL, Instant.now()))
                .isFalse();
        assertThat(Consent.of(told).granted(end.minusSeconds(1))).contains(Purpose.ANALYTICS);
        assertThat(Consent.of(told).granted(end)).isEmpty();
        officer()
                .body("{\"questions\":[{\"subject\":\"" + pseudonym + "\",\"purpose\":\"analytics\"}]}")
                .post("/v1/decisions")
                .then()
                .body("decisions[0].validUntil", equalTo(end.toString()));
    }

    @Test
    void aTcfStringThatGivesThePublisherNothingRefuses() {
        String pseudonym = tell("EU", "\"tc\":\"" + TcStrings.withoutPublisher(today) + "\"");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("tcf_missing");
        assertThat(Consent.of(told(pseudonym)).granted(Instant.now())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!!", "", "DQ==", "BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA", TCF_WITHOUT_VENDORS, "\\u0000"})
    void aTcfStringThatCanNotBeUsedRefusesChangesNoStatusAndIsCounted(String tc) {
        double before = metrics.counter("aisle.consent.signals.unusable", "format", "tcf")
                .count();

        String pseudonym = tell("EU", "\"tc\":\"" + tc + "\",\"method\":\"banner\"");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("tcf_missing");
        assertThat(Consent.of(told(pseudonym))
                        .decide(Purpose.ANALYTICS, Instant.now())
                        .reason()
                        .wireName())
                .isEqualTo("tcf_missing");
        assertThat(metrics.counter("aisle.consent.signals.unusable", "format", "tcf")
                        .count())
                .isEqualTo(before + 1);
    }

    @Test
    void aGppStringOptsOutOfSaleAndAdsAndOfNothingElse() {
        String pseudonym = tell("US-CA", "\"gpp\":\"" + GPP_OPT_OUT + "\"");

        assertThat(reason(pseudonym, "sale_share")).isEqualTo("gpp_opt_out");
        assertThat(reason(pseudonym, "ads_targeted")).isEqualTo("gpp_opt_out");
        assertThat(reason(pseudonym, "analytics")).isEqualTo("jurisdiction_default_opt_out");
        assertThat(told(pseudonym).getGppSignal().getOptedOutList())
                .containsExactly(Purpose.ADS_TARGETED, Purpose.SALE_SHARE);
        assertThat(Consent.of(told(pseudonym)).allows(Purpose.SALE_SHARE, Instant.now()))
                .isFalse();
        assertThat(Consent.of(told(pseudonym)).allows(Purpose.ANALYTICS, Instant.now()))
                .isTrue();
    }

    @Test
    void globalPrivacyControlInsideAGppStringStaysWhenTheNextBrowserDoesNotHaveIt() {
        String customer = newCustomer();
        tell(customer, "US-CA", "\"gpp\":\"" + GPP_WITH_GPC + "\",\"gpc\":false");

        String pseudonym = tell(customer, "US-CA", "\"gpp\":\"" + GPP_NOT_OPTED_OUT + "\"");

        assertThat(reason(pseudonym, "ads_targeted")).isEqualTo("gpc");
        assertThat(Topics.consents(pseudonym, 2).getLast().getGpc()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"z", "invalid gpp string", "DBABMA~", "DBAB4w~1YNN", "DBAB8RUIIQG~1YNN", "DBABLA~BVQqAAAACg"})
    void aGppStringThatCanNotBeReadMeansTheStrictestDefaultAndIsCounted(String gpp) {
        double before = metrics.counter("aisle.consent.signals.unusable", "format", "gpp")
                .count();

        String pseudonym = tell("US-CA", "\"gpp\":\"" + gpp + "\"");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("jurisdiction_default_opt_in");
        assertThat(reason(pseudonym, "sale_share")).isEqualTo("gpp_malformed");
        assertThat(told(pseudonym).getGppSignal().getMalformed()).isTrue();
        assertThat(Consent.of(told(pseudonym)).granted(Instant.now())).isEmpty();
        assertThat(metrics.counter("aisle.consent.signals.unusable", "format", "gpp")
                        .count())
                .isEqualTo(before + 1);
    }

    @Test
    void aStringLongerThanEightThousandCharactersIsRefusedLikeAnyOtherBrokenOne() {
        String pseudonym = tell("US-CA", "\"tc\":\"" + "C".repeat(9000) + "\",\"gpp\":\"" + "D".repeat(9000) + "\"");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("tcf_missing");
    }

    @Test
    void aKnownChildIsToldAsAChild() {
        assertThat(told(tell("US-CA", "\"gpp\":\"" + GPP_KNOWN_CHILD + "\"")).getAgeBand())
                .isEqualTo(AgeBand.CHILD);
    }

    @Test
    void theSignalsHeaderCountsLikeTheField() {
        assertThat(gpc(storefront().header("Sec-GPC", "1"))).isTrue();
        assertThat(gpc(storefront().header("Sec-GPC", "0", "1"))).isTrue();
        for (String value : List.of("0", "true", "1;foo=bar", "01", "1.0", "?1", "1, 1")) {
            assertThat(gpc(storefront().header("Sec-GPC", value))).as(value).isFalse();
        }
    }

    @Test
    void whoMovesFromTheUnionToCaliforniaIsAllowedNoMoreThanBefore() {
        String customer = newCustomer();
        tell(customer, "EU", "\"gpc\":false");
        String pseudonym = tell(customer, "US-CA", "\"gpc\":false");

        assertThat(reason(pseudonym, "analytics")).isEqualTo("jurisdiction_default_opt_in");
        ConsentState told = Topics.consents(pseudonym, 2).getLast();
        assertThat(told.getJurisdiction()).isEqualTo("US-CA");
        assertThat(told.getEarlierJurisdictionsList()).containsExactly("EU");
        assertThat(Consent.of(told).granted(Instant.now())).isEmpty();
    }

    private static boolean gpc(RequestSpecification caller) {
        String pseudonym = caller.body("{\"subject\":\"" + newCustomer()
                        + "\",\"noticeVersion\":\"1\",\"decisions\":{\"analytics\":\"grant\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("subject");
        return officer().get("/v1/consents/" + pseudonym).path("gpc");
    }

    private static String tell(String jurisdiction, String signals) {
        return tell(newCustomer(), jurisdiction, signals);
    }

    private static String tell(String customer, String jurisdiction, String signals) {
        return storefront()
                .body("{\"subject\":\"" + customer + "\",\"jurisdiction\":\"" + jurisdiction
                        + "\",\"ageBand\":\"adult\"," + signals + ",\"decisions\":{}}")
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("subject");
    }

    private static String reason(String subject, String purpose) {
        return officer()
                .body("{\"questions\":[{\"subject\":\"" + subject + "\",\"purpose\":\"" + purpose + "\"}]}")
                .post("/v1/decisions")
                .path("decisions[0].reason");
    }

    private static ConsentState told(String pseudonym) {
        return Topics.consents(pseudonym, 1).getLast();
    }
}
