package dev.aisle.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.aisle.local.stack.Part;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator does: looks where events are, mends refused ones, and looks after write keys. */
class OperatorConsoleIT {
    private static final String FLOW = "/console/flow";
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.PRIVACY, Part.INGEST, Part.PROFILE);
        ShopWithPeople.open();
    }

    private static void open(String path, Consumer<Page> visit) {
        consoles.open(ConsoleStack.at(Part.INGEST, path), "otto", visit);
    }

    private static String at(String path) {
        return ConsoleStack.at(Part.INGEST, FLOW + path).toString();
    }

    @Test
    void anOperatorSeesTheFlowTheServicesAndTheSettings() {
        open(FLOW, page -> {
            assertThat(page.locator(".flowline")).containsText("event-ingest-refine");
            consoles.look(page, "flow-path");
            page.navigate(at("/letters"));
            consoles.look(page, "flow-letters");
            page.navigate(at("/services"));
            untilShown(page, service(page, "profile"), "ready");
            assertThat(service(page, "profile")).containsText("things it does by itself");
            assertThat(service(page, "recommender").locator(".badge").first())
                    .hasText(Pattern.compile("ready|no answer"));
            assertThat(page.locator("main table")).containsText("aisle.analysis.time-zone");
            consoles.look(page, "flow-services");
            page.locator("#f-q").fill("session-secret");
            page.locator("#f-service").selectOption("profile");
            page.keyboard().press("Enter");
            page.waitForURL("**session-secret**");
            untilShown(page, page.locator("main table tbody tr").first(), "••••••");
        });
    }

    /** A page doesn't wait long for a service or a broker: while one is late, the page is asked for again. */
    private static void untilShown(Page page, Locator place, String text) {
        for (int i = 0; i < 20 && !String.join(" ", place.allTextContents()).contains(text); i++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(place).containsText(text);
    }

    private static Locator service(Page page, String name) {
        return page.locator(
                "main section.card", new Page.LocatorOptions().setHas(page.locator("h2:has-text('" + name + "')")));
    }

    @Test
    void aSecretIsNotThereAnyMoreForWhoGoesBack() {
        open(FLOW + "/keys", page -> {
            page.locator("a.button").click();
            page.locator("#f-name").fill("back-" + System.currentTimeMillis());
            page.locator("form button.main").click();
            assertThat(page.locator("pre")).containsText("wk_");
            page.goBack();
            assertThat(page.locator("h1")).hasText("Write keys");
            page.goForward();
            assertThat(page.locator("#f-name")).hasValue("");
            assertThat(page.locator("main")).not().containsText("wk_");
        });
    }

    @Test
    void refusedEventsAreCountedLookedAtAndTriedWithAFix() {
        open(FLOW + "/refused", page -> {
            untilShown(page, page.locator("main table"), "properties.product_id");
            consoles.look(page, "flow-refused");
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).containsText("one by one");
            consoles.look(page, "flow-events");
            page.locator("a.button").click();
            page.locator("#f-set").fill("items[0].productId = tea-1");
            page.locator("form.form button.main").click();
            assertThat(page.locator("#report")).hasText("What would happen");
            consoles.look(page, "flow-replay");
        });
    }

    @Test
    void aWriteKeyIsMadeShownOnceLimitedAndRevokedByKeyboard() {
        open(FLOW + "/keys", page -> {
            consoles.look(page, "flow-keys");
            page.locator("a.button").click();
            page.locator("#f-name").focus();
            page.keyboard().type("console-" + System.currentTimeMillis());
            page.keyboard().press("Tab");
            page.keyboard().type("https://shop.example");
            page.locator("form button.main").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("pre")).containsText("wk_");
            Consoles.settled(page);
            page.locator("a.button").focus();
            page.keyboard().press("Enter");
            page.locator("#f-eventsPerSecond").fill("50");
            page.locator("form.form button.main").click();
            assertThat(page.locator(".banner.good")).containsText("The key is changed");
            consoles.look(page, "flow-key");
            page.locator("button[data-opens=d-revoke]").focus();
            page.keyboard().press("Enter");
            page.locator("dialog[open] button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".banner.good")).containsText("The key is revoked");
        });
    }
}
