package dev.aisle.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session that ends in the middle of a form, whichever it is: nothing that was typed is lost. */
class SessionEndConsoleIT {
    /** What a rule says in rows and as text is one thing, so its fields change each other. */
    private static final String TYPED =
            "main form[method=post] :is(input:not([type=hidden],[type=checkbox],[type=radio],"
                    + "[type=search]),textarea:not([hidden])):not(#rule *)";

    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.PRIVACY, Part.INGEST, Part.PROFILE);
    }

    /** A field and what stands in it. */
    private record Typed(String form, String name, String value) {}

    @Test
    void whatWasTypedIntoAnyFormIsBackAfterTheNextSignIn() {
        consoles.open(ConsoleStack.at(Part.PRIVACY, "/console/privacy"), "eve", page -> {
            for (String path : List.of("requests/new", "people", "notices/new", "breach", "holds", "audit/checks")) {
                losesNothing(
                        page,
                        ConsoleStack.at(Part.PRIVACY, "/console/privacy/" + path)
                                .toString());
            }
            for (String path : List.of("keys/new", "refused/replay?code=invalid-field")) {
                losesNothing(
                        page,
                        ConsoleStack.at(Part.INGEST, "/console/flow/" + path).toString());
            }
            losesNothing(
                    page,
                    ConsoleStack.at(Part.PROFILE, "/console/people/segments/new")
                            .toString());
        });
    }

    private static void losesNothing(Page page, String address) {
        consoles.meant(499);
        page.navigate(address);
        List<Typed> typed = new ArrayList<>();
        for (Locator field : page.locator(TYPED).all()) {
            if (field.isVisible() && field.getAttribute("readonly") == null) {
                field.fill(sample(field));
            }
        }
        for (Locator field : page.locator(TYPED).all()) {
            typed.add(new Typed(formOf(field), field.getAttribute("name"), field.inputValue()));
        }
        assertThat(typed).as(address).isNotEmpty();
        endSession(page.context());

        page.locator("main form[method=post]:has(.field)").first().evaluate("form => form.requestSubmit()");
        page.locator("form:has(input[name=username][value='eve']) button").waitFor();
        Consoles.signIn(page, "eve");

        assertThat(page.locator("#banner")).containsText("Your session had ended");
        for (Typed one : typed) {
            assertThat(page.locator("main form[action='" + one.form() + "'] [name='" + one.name() + "']")
                            .first())
                    .hasValue(one.value());
        }
        page.evaluate("document.querySelectorAll('form').forEach(form => form.reset())");
    }

    private static String formOf(Locator field) {
        return String.valueOf(field.evaluate("field => field.form.getAttribute('action')"));
    }

    private static String sample(Locator field) {
        String type = String.valueOf(field.getAttribute("type"));
        return switch (type) {
            case "number" -> "7";
            case "date" -> "2026-11-01";
            case "datetime-local" -> "2026-11-01T10:00";
            case "url" -> "https://shop.example/kept";
            case "email" -> "kept@shop.example";
            default -> "kept-1";
        };
    }

    private static void endSession(BrowserContext context) {
        context.clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*|aisle_seen")));
    }

    @Test
    void whoDoesNothingIsWarnedMayStayAndLosesNothing() {
        consoles.open(ConsoleStack.at(Part.INGEST, "/console/flow/keys/new"), "otto", page -> {
            page.clock().install();
            page.navigate(ConsoleStack.at(Part.INGEST, "/console/flow/keys/new").toString());
            page.locator("#f-name").fill("half-a-name");

            page.clock().fastForward("28:30");
            assertThat(page.locator("#session")).isVisible();
            assertThat(page.locator("#session-left")).containsText("1:");
            Response stays = page.waitForResponse(
                    "**/console/session", () -> page.keyboard().press("Enter"));
            assertThat(stays.status()).isEqualTo(204);

            page.clock().fastForward("05:00");
            assertThat(page.locator("#banner")).containsText("Your session had ended");
            assertThat(page.locator("#f-name")).hasValue("half-a-name");
        });
    }
}
