package dev.aisle.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.aisle.local.stack.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a marketer and an analyst do with people: a segment by rows and by text, funnels, cohorts, paths, trends, value. */
class SegmentsAndFunnelsConsoleIT {
    private static final String PEOPLE = "/console/people";
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.PRIVACY, Part.INGEST, Part.PROFILE);
        ShopWithPeople.open();
    }

    private static void open(String path, String person, Consumer<Page> visit) {
        consoles.open(ConsoleStack.at(Part.PROFILE, path), person, visit);
    }

    private static String at(String path) {
        return ConsoleStack.at(Part.PROFILE, PEOPLE + path).toString();
    }

    @Test
    void aSegmentIsWrittenInRowsChangedAsTextArchivedAndRestored() {
        open(PEOPLE + "/segments/new", "mara", page -> {
            page.locator("#f-name").fill("Tea lovers " + System.currentTimeMillis());
            page.locator("#f-subject0").selectOption("product_view");
            assertThat(page.locator("#f-text")).hasValue("did(product_view in last 30 days)");
            page.locator("#f-where0").selectOption("category");
            page.locator("#f-whereOperand0").fill("Tea");
            page.locator("#f-whereOperand0").blur();
            assertThat(page.locator("#f-text")).hasValue("did(product_view where category = \"Tea\" in last 30 days)");
            page.locator("#f-days0").fill("14");
            page.locator("#f-days0").blur();
            assertThat(page.locator("#f-text")).hasValue("did(product_view where category = \"Tea\" in last 14 days)");
            page.locator("button[value=add]").click();
            page.locator("#f-how1").selectOption("did_not");
            assertThat(page.locator("#f-text"))
                    .hasValue(
                            "did(product_view where category = \"Tea\" in last 14 days)\nand not did(purchase in last 30 days)");
            page.locator("#count button").click();
            assertThat(page.locator("#count strong, #count .note").first()).isVisible();
        });
        String rule =
                "count(product_view where category under \"Tea\" in last 30 days) >= 2\nand not did(purchase in last 7 days)";
        open(PEOPLE + "/segments/new?text=" + URLEncoder.encode(rule, StandardCharsets.UTF_8), "mara", page -> {
            assertThat(page.locator("#f-operand0")).hasValue("2");
            page.locator("#count button").click();
            assertThat(page.locator("#count strong, #count .note").first()).isVisible();
            consoles.look(page, "people-editor");
        });
        open(PEOPLE + "/segments/new", "mara", page -> {
            page.locator("#f-name").fill("Searchers " + System.currentTimeMillis());
            page.locator("#f-text").fill("count(serch) >= 3");
            assertThat(page.locator("#checked .error")).containsText("search");
            page.locator("#f-text").fill("count(search in last 7 days) >= 3");
            page.locator("#f-text").blur();
            assertThat(page.locator("#f-operand0")).hasValue("3");
            page.locator("main p.actions button.main").click();
            assertThat(page.locator(".banner.good")).containsText("Saved");
            consoles.look(page, "people-segment");
            page.locator("button[data-opens=d-archive]").click();
            page.locator("dialog[open] button").first().click();
            assertThat(page.locator(".banner.warn")).containsText("was archived");
            page.locator("main button.main").click();
            assertThat(page.locator(".banner.good")).containsText("The segment is back");
            page.navigate(at(""));
            assertThat(page.locator("tbody")).containsText("Searchers");
            consoles.look(page, "people-segments");
        });
    }

    @Test
    void anAnalystAsksEachQuestionAndTakesTheFigures() {
        open(PEOPLE + "/funnels", "ana", page -> {
            untilTold(page);
            consoles.look(page, "people-funnels");
            for (String view : List.of("actions", "value", "jobs")) {
                look(page, view, "");
            }
            look(page, "retention", "?periods=3");
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            String weeks =
                    "?granularity=week&measure=views&categories=(all)&from=" + today.minusWeeks(15) + "&to=" + today;
            look(page, "trends", weeks);
            look(page, "forecasts", weeks + "&horizon=4");
            look(page, "unusual", weeks);
            look(page, "paths", "?event=product_view");
        });
    }

    private static void look(Page page, String view, String question) {
        page.navigate(at("/" + view + question));
        assertThat(page.locator("h1")).hasCount(1);
        consoles.look(page, "people-" + view);
    }

    /** What people did is folded while the page asks. The same question has the same answer for a while, so each try asks about one more day. */
    private static void untilTold(Page page) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int days = 30; days < 70 && !page.locator("main").innerText().contains("100%"); days++) {
            page.waitForTimeout(3_000);
            page.navigate(at("/funnels?type0=product_view&type1=cart_add&type2=purchase&window=P30D&from="
                    + today.minusDays(days)));
        }
        assertThat(page.locator("main tbody tr")).hasCount(3);
        assertThat(page.locator("main tbody tr").first()).containsText("100%");
    }

    @Test
    void theKeyboardAloneIsEnoughForAFunnel() {
        open(PEOPLE, "ana", page -> {
            page.locator(".tabs a", new Page.LocatorOptions().setHasText("Funnels"))
                    .focus();
            page.keyboard().press("Enter");
            page.locator("#f-breakdown").focus();
            page.keyboard().type("dev");
            page.locator("form.card button.main").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**breakdown=device**");
            assertThat(page.locator("h1")).hasText("Funnels");
        });
    }
}
