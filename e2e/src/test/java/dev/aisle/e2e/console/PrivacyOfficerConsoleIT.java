package dev.aisle.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a privacy officer and an auditor do: answer requests, look at a person, publish a notice, verify the log. */
class PrivacyOfficerConsoleIT {
    private static final String PRIVACY = "/console/privacy";
    private static final String ANNA = "anna.schmidt@shop.example";
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.core());
        ApiClient shop = new ApiClient(new PortPlan(ConsoleStack.BASE_PORT));
        for (int i = 0; i < 75; i++) {
            consent(shop, "customer_id:c-" + i, i % 3 == 0 ? "deny" : "grant");
        }
        consent(shop, "email:" + ANNA, "grant");
    }

    private static void consent(ApiClient shop, String subject, String decision) {
        ObjectNode body = Json.object()
                .put("subject", subject)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner");
        ObjectNode decisions = body.putObject("decisions");
        List.of("personalization", "analytics", "marketing_email").forEach(purpose -> decisions.put(purpose, decision));
        shop.require(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
    }

    private static void open(String path, String person, Consumer<Page> visit) {
        consoles.open(at(path), person, visit);
    }

    private static java.net.URI at(String path) {
        return ConsoleStack.at(Part.PRIVACY, PRIVACY + path);
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void go(Page page, String path) {
        page.navigate(at(path).toString());
    }

    @Test
    void anErasureIsTakenInShownFirstAndAnsweredByEveryService() {
        open("/requests/new", "pia", page -> {
            page.locator("#f-type").selectOption("customer_id");
            page.locator("#f-person").fill("c-1");
            page.locator("#f-kind").selectOption("erasure");
            consoles.look(page, "privacy-new-request");
            page.locator("#f-type").selectOption("customer_id");
            page.locator("#f-person").fill("c-1");
            page.locator("#f-kind").selectOption("erasure");
            page.locator("main form button.main").click();
            assertThat(page.locator("h1")).hasText("What this erasure would remove");
            page.locator("button.bad", has("Erase for good")).click();
            assertThat(page.locator("h1")).hasText("Erasure");
            page.locator(".step.done").nth(4).waitFor();
        });
        open("/requests/new", "pia", page -> {
            page.locator("#f-type").selectOption("customer_id");
            page.locator("#f-person").fill("c-2");
            page.locator("#f-kind").selectOption("access");
            page.locator("#f-undoDays").selectOption("7");
            page.locator("main form button.main").click();
            assertThat(page.locator(".banner.good")).containsText("taken in");
            page.locator("#f-extendReason").fill("Orders of eleven years");
            page.locator("button", has("Take more time")).click();
            assertThat(page.locator(".facts")).containsText("Orders of eleven years");
            consoles.look(page, "privacy-request");
            go(page, "/requests");
            assertThat(page.locator("tbody")).containsText("Access");
            consoles.look(page, "privacy-requests");
        });
    }

    @Test
    void aPersonIsLookedAtForAReasonAndAYesTakenBack() {
        open("/people", "pia", page -> {
            page.locator("#f-type").selectOption("email");
            page.locator("#f-person").fill("nobody");
            consoles.meant(422);
            page.locator("main form button.main").click();
            assertThat(page.locator("#e-person")).containsText("Expected an e-mail address");
            assertThat(page.locator("#f-person")).hasValue("nobody");
            page.locator("#f-person").fill(ANNA);
            page.locator("#f-file").fill("C-17");
            page.locator("main form button.main").click();
            assertThat(page.locator("h1")).hasText("A person");
            assertThat(page.locator("#main")).not().containsText(ANNA);
            Consoles.settled(page);
            page.locator("[data-opens=d-marketing_email]").click();
            page.locator("dialog[open] button.bad").click();
            assertThat(page.locator(".banner.good"))
                    .containsText("Taken back", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            consoles.look(page, "privacy-person");
        });
    }

    @Test
    void theWholeLogIsVerifiedWithOneButton() {
        open("", "ada", page -> {
            page.locator("button", has("Verify the whole log")).click();
            assertThat(page.locator("#check"))
                    .containsText(
                            "Every entry, hash and head is as it was signed.",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
            consoles.look(page, "privacy-verification");
            go(page, "/audit?event=consent.recorded");
            assertThat(page.locator("tbody")).containsText("Consent recorded");
            consoles.look(page, "privacy-audit");
            page.locator("tbody a").first().click();
            assertThat(page.locator("#main")).containsText("Download the proof");
            consoles.look(page, "privacy-entry");
        });
    }

    @Test
    void figuresRulesAndANoticeAreSeenBeforeTheyCount() {
        open("/consents", "pia", page -> {
            page.locator("button", has("Count now")).click();
            assertThat(page.locator("tbody").first()).containsText("Personal recommendations");
            consoles.look(page, "privacy-consents");
            go(page, "/rules");
            page.locator("#f-place").selectOption("US-CA");
            assertThat(page.locator("#decisions")).containsText("silence counts as yes there");
            consoles.look(page, "privacy-rules");
            go(page, "/notices/new");
            page.locator("#f-version").fill("2026-12");
            page.locator("#f-url").fill("https://shop.example/privacy/2026-12");
            page.locator("button", has("Dry run")).click();
            assertThat(page.locator("#main")).containsText("can’t be changed");
            page.locator("button", has("Publish")).click();
            assertThat(page.locator(".banner.good")).containsText("published");
            consoles.look(page, "privacy-notices");
        });
    }

    @Test
    void whereDataLiesHowLongAndWhatABreachTouched() {
        open("", "pia", page -> {
            consoles.look(page, "privacy-overview");
            go(page, "/data-map");
            consoles.look(page, "privacy-data-map");
            go(page, "/retention");
            assertThat(page.locator("#main")).containsText("campaign-service");
            consoles.look(page, "privacy-retention");
            go(page, "/enforcement");
            consoles.look(page, "privacy-enforcement");
            go(page, "/breach");
            page.locator("#f-service").selectOption("profile-service");
            page.locator("#f-from").fill("2026-01-01T00:00");
            page.locator("#f-to").fill(LocalDate.now(ZoneOffset.UTC).plusDays(1) + "T00:00");
            page.locator("button", has("Make the report")).click();
            assertThat(page.locator("#report")).containsText("Tell the authority by");
        });
    }

    @Test
    void anAuditorLooksAndDoesNotAct() {
        consoles.meant(403);
        open("/requests", "ada", page -> {
            assertThat(page.locator("h1")).hasText("You may not see this page");
            go(page, "");
            assertThat(page.locator(".tabs").first()).not().containsText("Requests");
        });
    }

    @Test
    void theKeyboardAloneIsEnoughToTakeARequestInAndBack() {
        open("", "pia", page -> {
            Consoles.tabTo(page, "main a[href$='/requests/new']");
            page.keyboard().press("Enter");
            page.waitForURL("**/requests/new");
            Consoles.tabTo(page, "#f-type");
            page.keyboard().type("Customer");
            Consoles.tabTo(page, "#f-person");
            page.keyboard().type("c-3");
            Consoles.tabTo(page, "#f-kind");
            page.keyboard().type("Access");
            Consoles.tabTo(page, "#f-undoDays");
            page.keyboard().type("7");
            Consoles.tabTo(page, "main form button.main");
            page.keyboard().press("Enter");
            assertThat(page.locator(".banner.good")).containsText("taken in");
            Consoles.tabTo(page, "button[data-opens=d-cancel]");
            page.keyboard().press("Enter");
            Consoles.tabTo(page, "dialog[open] button.bad");
            page.keyboard().press("Enter");
            assertThat(page.locator(".banner.good")).containsText("The request was taken back.");
        });
    }
}
