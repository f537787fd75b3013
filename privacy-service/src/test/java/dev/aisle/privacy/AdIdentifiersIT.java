package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an ad platform may know people by leaves for people who allow targeted ads, and never for few. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AdIdentifiersIT {
    /** {@code printf alice@wonderland.example | sha256sum}. */
    private static final String DIGEST = "877dfa03fbeeaa5b581d3e49a74cdb3f95f0ed13c13161c08f0bf233cc51eb7e";

    private static String allowing(String address) {
        String pseudonym = Calls.say(Calls.newCustomer(), "ads_targeted", "grant")
                .extract()
                .path("subject");
        VaultCalls.put(pseudonym, "{\"email\":\"" + address + "\"}").statusCode(200);
        return pseudonym;
    }

    private static ValidatableResponse asks(String role, String change, List<String> subjects) {
        String list = subjects.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(","));
        return Calls.as(role)
                .body("{\"subjects\":[" + list + "],\"campaign\":\"ad-audience\",\"change\":\"" + change + "\"}")
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
        asks(Role.ADS_EXPORT, "leave", List.of(alice)).statusCode(200).body("answers[0].emailSha256", equalTo(DIGEST));
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
