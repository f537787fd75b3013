package dev.aisle.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.aisle.e2e.clients.Chromium;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in once, the frame, and what every page promises, on the packaged services. */
class ConsoleShellIT {
    private static final PortPlan PORTS = new PortPlan(29080);
    private static Stack stack;
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = new Consoles(Chromium.ofTheMachine());
        Path project = Path.of("..").toAbsolutePath().normalize();
        stack = new Stack(new Layout(project, Path.of("target/console"), PORTS), new Progress(System.out));
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.INGEST, Part.CAMPAIGN));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.down();
        }
    }

    private static URI at(Part part, String path) {
        return PORTS.http(part).resolve(path);
    }

    @Test
    void marketersWorkOnCampaigns() {
        consoles.open(at(Part.CAMPAIGN, "/console"), "mara", page -> {
            assertThat(page.url()).endsWith("/console/campaigns");
            assertThat(page.locator(".areas a").allInnerTexts()).doesNotContain("Flow", "Privacy");
            consoles.look(page, "campaigns");
        });
    }

    @Test
    void whoSignedInOnceIsSignedInInTheNextService() {
        consoles.open(at(Part.CAMPAIGN, "/console/campaigns"), "eve", page -> {
            page.locator(".areas a", new Page.LocatorOptions().setHasText("Flow"))
                    .click();

            page.waitForURL(at(Part.INGEST, "/console/flow").toString());
            assertThat(page.locator("h1").innerText()).isEqualTo("Refused events");
            consoles.look(page, "flow");
        });
    }

    @Test
    void theKeyboardAloneIsEnough() {
        consoles.open(at(Part.INGEST, "/console/flow"), "otto", page -> {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            page.waitForURL("**/console/flow?span=hour");
        });
    }
}
