package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.vault.disclosures.AdIdentifier;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an ad platform may know people by leaves for people who allow targeted ads, and never for few. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AdIdentifiersIT {
    /** {@code printf alice@wonderland.example | sha256sum}. */
    private static final String DIGEST = "877dfa03fbeeaa5b581d3e49a74cdb3f95f0ed13c13161c08f0bf233cc51eb7e";

    @Inject
    AgroalDataSource database;

    private static String allowing(String address) {
        String pseudonym = Calls.say(Calls.newCustomer(), "ads_targeted", "grant")
                .extract()
                .path("subject");
        VaultCalls.put(pseudonym, "{\"email\":\"" + address + "\"}").statusCode(200);
        return pseudonym;
    }

    private static ValidatableResponse asks(String role, String change, List<String> subjects) {
        return asks(role, change, subjects, "ad-audience");
    }

    private static ValidatableResponse asks(String role, String change, List<String> subjects, String campaign) {
        String list = subjects.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(","));
        return Calls.as(role)
                .body("{\"subjects\":[" + list + "],\"campaign\":\"" + campaign + "\",\"change\":\"" + change + "\"}")
                .post("/v1/vault/ad-identifiers")
                .then();
    }

    @Test
    void onlyWhoAllowsTargetedAdsIsKnownByADigestAndAWithdrawalTakesThatBack() {
        List<String> people = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(n -> allowing("person" + n + "@ads.example"))
                .toList());
        String alice = allowing(" Alice@Wonderland.example ");
        String other = VaultCalls.personWithEmail("no-ads@ads.example");
        people.addAll(List.of(alice, other));

        ValidatableResponse joined = asks(Role.ADS_EXPORT, "join", people).statusCode(200);

        joined.body("answers[20].emailSha256", equalTo(DIGEST))
                .body("answers[21].emailSha256", nullValue())
                .body("answers[21].reason", not(equalTo("no_address")))
                .body(not(containsString("@")))
                .header("Cache-Control", equalTo("no-store"));
        await().untilAsserted(() -> assertThat(AuditCalls.about(alice, 1).toString())
                .contains("vault.ads-joined", "ad-audience")
                .doesNotContain(DIGEST));

        Calls.storefront()
                .delete("/v1/consents/" + alice + "/ads_targeted")
                .then()
                .statusCode(202);
        asks(Role.ADS_EXPORT, "join", people)
                .statusCode(200)
                .body("answers[20].emailSha256", nullValue())
                .body("answers.emailSha256", not(hasItem(DIGEST)));
        String disclosure = joined.extract().path("answers[20].disclosure");
        leaves("ad-audience", disclosure, "export-1").body("answers[0].emailSha256", equalTo(DIGEST));
    }

    @Test
    void nobodyLeavesWhoNeverJoinedWhateverIsAskedFor() {
        String denied =
                Calls.say(Calls.newCustomer(), "ads_targeted", "deny").extract().path("subject");
        VaultCalls.put(denied, "{\"email\":\"denied@ads.example\"}").statusCode(200);

        asks(Role.ADS_EXPORT, "leave", List.of(denied))
                .statusCode(400)
                .body(not(containsString(AdIdentifier.of(new Pseudonym(denied), "denied@ads.example")
                        .digest())));
        leaves("ad-audience", UUID.randomUUID().toString(), null)
                .body("answers[0].emailSha256", nullValue())
                .body("answers[0].reason", equalTo("not_disclosed"));
    }

    @Test
    void whoJoinedLeavesThatCampaignOnceAndALostAnswerIsGivenAgainForTheSameKeyOnly() {
        String disclosure = join("once").getFirst();

        leaves("another", disclosure, "k").body("answers[0].reason", equalTo("not_disclosed"));
        String digest = leaves("once", disclosure, "k").extract().path("answers[0].emailSha256");

        assertThat(digest).hasSize(64);
        leaves("once", disclosure, "k").body("answers[0].emailSha256", equalTo(digest));
        leaves("once", disclosure, "other").body("answers[0].reason", equalTo("not_disclosed"));
        leaves("once", disclosure, null).body("answers[0].reason", equalTo("not_disclosed"));
        leaves("once", disclosure, "k").body("answers[0].reason", equalTo("not_disclosed"));
    }

    @Test
    void withoutAKeyTheAnswerIsGivenOnce() {
        String disclosure = join("no-key").getFirst();

        leaves("no-key", disclosure, null).body("answers[0].emailSha256", notNullValue());
        leaves("no-key", disclosure, null).body("answers[0].reason", equalTo("not_disclosed"));
    }

    @Test
    void whoJoinsAgainKeepsTheDisclosureUntilItIsTakenBack() {
        List<String> people = crowd("again");
        String first = joinAll("again", people).getFirst();
        String second = joinAll("again", people).getFirst();

        leaves("again", first, null).body("answers[0].emailSha256", notNullValue());
        String third = joinAll("again", people).getFirst();

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
    }

    @Test
    void whoWasErasedLeavesByTheDigestThatWasDisclosedAndNothingNamesThePersonMeanwhile() throws SQLException {
        List<String> people = crowd("erased");
        String disclosure = joinAll("erased", people).getFirst();
        assertThat(rowsOf(people.getFirst())).isEqualTo(1);

        Calls.erase(people.getFirst());

        assertThat(rowsOf(people.getFirst())).isZero();
        leaves("erased", disclosure, "x")
                .body(
                        "answers[0].emailSha256",
                        equalTo(AdIdentifier.of(new Pseudonym(people.getFirst()), "erased-0@ads.example")
                                .digest()))
                .body("answers[0].subject", nullValue());
    }

    @Test
    void theDigestIsNowhereInTheTableInClear() throws SQLException {
        List<String> people = crowd("sealed");
        joinAll("sealed", people);

        assertThat(text(people.getFirst()))
                .doesNotContain(AdIdentifier.of(new Pseudonym(people.getFirst()), "sealed-0@ads.example")
                        .digest());
    }

    private static List<String> crowd(String name) {
        return IntStream.range(0, 20)
                .mapToObj(n -> allowing(name + "-" + n + "@ads.example"))
                .toList();
    }

    private static List<String> join(String campaign) {
        return joinAll(campaign, crowd(campaign));
    }

    private static List<String> joinAll(String campaign, List<String> people) {
        return asks(Role.ADS_EXPORT, "join", people, campaign)
                .statusCode(200)
                .extract()
                .path("answers.disclosure");
    }

    private static ValidatableResponse leaves(String campaign, String disclosure, @Nullable String key) {
        RequestSpecification call = Calls.as(Role.ADS_EXPORT);
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body("{\"disclosures\":[\"" + disclosure + "\"],\"campaign\":\"" + campaign
                        + "\",\"change\":\"leave\"}")
                .post("/v1/vault/ad-identifiers")
                .then()
                .statusCode(200);
    }

    private int rowsOf(String pseudonym) throws SQLException {
        return Integer.parseInt(one("select count(*)::text from ad_disclosure where pseudonym = ?", pseudonym));
    }

    private String text(String pseudonym) throws SQLException {
        return one("select d::text || encode(sealed, 'escape') from ad_disclosure d where pseudonym = ?", pseudonym);
    }

    private String one(String sql, String pseudonym) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    @Test
    void fewPeopleAreRefusedWithPlaceAndFix() {
        asks(Role.ADS_EXPORT, "join", List.of(allowing("one@ads.example")))
                .statusCode(422)
                .body("errors[0].field", equalTo("subjects"))
                .body("detail", containsString("widen the audience"))
                .body(not(containsString("sha256")));
    }

    @Test
    void noOtherRoleIncludesIt() {
        asks(Role.SERVICE, "join", List.of("p1.test.CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"))
                .statusCode(403);
    }
}
