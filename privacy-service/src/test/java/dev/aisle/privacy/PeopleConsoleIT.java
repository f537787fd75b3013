package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer looks at one person: nothing more than is needed, and never unseen. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PeopleConsoleIT {
    private static final String PEOPLE = "/console/privacy/people";

    private static Map<String, String> named(String type, String person) {
        return Map.of("type", type, "person", person, "reason", "complaint", "file", "C-17");
    }

    private static List<Object> eventsOf(String pseudonym) {
        return AuditCalls.about(pseudonym, 1).stream()
                .map(entry -> ((Map<?, ?>) entry.get("fields")).get("event"))
                .map(Object.class::cast)
                .toList();
    }

    @Test
    void somebodyIsFoundByTheNumberOfTheShopAndTheAddressHasNone() {
        String number = UUID.randomUUID().toString();
        String pseudonym = Calls.grant("customer_id:" + number);
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PEOPLE);

        HttpResponse<String> page = officer.post(PEOPLE, named("customer_id", number));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).endsWith(PEOPLE + "/" + pseudonym);
        ConsolePages.fit("a person", page, "en");
        assertThat(page.body())
                .contains(
                        "the person said yes",
                        "Kept, whatever is refused",
                        "it proves what the person allowed and when")
                .doesNotContain(number)
                .doesNotContain("privacy_");
        await().untilAsserted(() -> assertThat(eventsOf(pseudonym)).contains("person.looked-up", "consent.read"));
    }

    @Test
    void whoOpensTheVaultSaysWhy() {
        String address = "anna-" + UUID.randomUUID() + "@example.org";
        String pseudonym = VaultCalls.personWithEmail(address);
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        assertThat(officer.get(PEOPLE + "/" + pseudonym).body()).doesNotContain(address);

        HttpResponse<String> without = officer.post(PEOPLE + "/" + pseudonym + "/vault", Map.of("file", "C-18"));
        HttpResponse<String> with =
                officer.post(PEOPLE + "/" + pseudonym + "/vault", Map.of("reason", "authority", "file", "C-18"));

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choose a reason").doesNotContain(address);
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.body()).contains(address).doesNotContain("privacy_");
        await().untilAsserted(() -> assertThat(AuditCalls.about(pseudonym, 1).toString())
                .contains("vault.read")
                .contains("authority C-18"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>alert(1)</script>", "null", "\u0000", "不是邮箱", "a@", "p1.test.x"})
    void whatNamesNobodyIsNeitherTakenNorLost(String person) {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PEOPLE);

        HttpResponse<String> page = officer.post(PEOPLE, named("email", person));

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("wrong", page, "en");
        assertThat(page.body()).contains("anna@example.org").doesNotContain("<script>alert");
    }

    @Test
    void whatWouldBeRefusedIsSaidWhileOneTypesAndNothingElseHappens() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        int before = AuditCalls.about(pseudonym, 1).size();
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PEOPLE);

        HttpResponse<String> wrong = officer.htmx(PEOPLE + "/check", named("email", "<b>anna"));
        HttpResponse<String> right = officer.htmx(PEOPLE + "/check", named("pseudonym", pseudonym));
        HttpResponse<String> hold = officer.htmx(
                "/console/privacy/holds/check", Map.of("subject", "", "reason", "x", "until", "1999-01-01"));

        assertThat(wrong.body()).contains("Expected an e-mail address").doesNotContain("anna<", "<b>", "<html");
        assertThat(right.body()).isBlank();
        assertThat(hold.body()).contains("Choose a day to come", "3 to 300").doesNotContain("Expected a pseudonym");
        assertThat(AuditCalls.about(pseudonym, before).toString()).doesNotContain("person.looked-up");
    }

    @Test
    void aNameIsNoNumberOfAFile() {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PEOPLE);

        HttpResponse<String> page = officer.post(
                PEOPLE, Map.of("type", "customer_id", "person", "c-1", "reason", "complaint", "file", "Anna Schmidt"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"Anna Schmidt\"").contains("no name");
    }

    @Test
    void aYesIsTakenBackForThePerson() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PEOPLE + "/" + pseudonym);

        HttpResponse<String> page =
                officer.post(PEOPLE + "/" + pseudonym + "/withdrawals", Map.of("purpose", "personalization"));
        HttpResponse<String> unknown =
                officer.post(PEOPLE + "/" + pseudonym + "/withdrawals", Map.of("purpose", "necessary"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Taken back").contains("the person took the yes back");
        assertThat(Calls.read(pseudonym).extract().<String>path("decisions.personalization"))
                .isEqualTo("withdrawn");
        assertThat(unknown.statusCode()).isEqualTo(422);
    }

    @Test
    void theReceiptIsAFile() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        ConsoleSession officer = ConsoleSession.as("privacy-officer");

        assertThat(officer.get(PEOPLE + "/" + pseudonym + "/receipt").body()).contains("dpv:ConsentReceipt");
        assertThat(officer.get(PEOPLE + "/p1.test.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB/receipt")
                        .statusCode())
                .isEqualTo(404);
    }
}
