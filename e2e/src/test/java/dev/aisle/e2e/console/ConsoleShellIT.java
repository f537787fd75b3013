package dev.aisle.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.aisle.local.stack.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in once, the frame, and what every page promises, on the packaged services. */
class ConsoleShellIT {
    private static final int MOST_TABS = 30;
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.INGEST, Part.CAMPAIGN);
    }

    @Test
    void marketersWorkOnCampaigns() {
        consoles.open(ConsoleStack.at(Part.CAMPAIGN, "/console"), "mara", page -> {
            assertThat(page.url()).endsWith("/console/campaigns");
            assertThat(page.locator(".areas a").allInnerTexts()).doesNotContain("Flow", "Privacy");
            consoles.look(page, "campaigns");
        });
    }

    @Test
    void whoSignedInOnceIsSignedInInTheNextService() {
        consoles.open(ConsoleStack.at(Part.CAMPAIGN, "/console/campaigns"), "eve", page -> {
            page.locator(".areas a", new Page.LocatorOptions().setHasText("Flow"))
                    .click();

            page.waitForURL(ConsoleStack.at(Part.INGEST, "/console/flow").toString());
            assertThat(page.locator("h1").innerText()).isEqualTo("Flow");
        });
    }

    @Test
    void theKeyboardAloneIsEnough() {
        consoles.open(ConsoleStack.at(Part.INGEST, "/console/flow"), "otto", page -> {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            for (int tab = 0; tab < MOST_TABS && !focused(page).endsWith("/console/flow/refused"); tab++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");

            page.waitForURL("**/console/flow/refused");
        });
    }

    /** The address of the link that has the focus; empty for anything else. */
    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.href || ''"));
    }
}
