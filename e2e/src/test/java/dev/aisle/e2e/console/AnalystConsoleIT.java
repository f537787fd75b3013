package dev.aisle.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.aisle.local.stack.Part;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an analyst does: plans an experiment and learns from it; and what those do who look after recommendations and the assistant. */
class AnalystConsoleIT {
    private static final String EXPERIMENTS = "/console/experiments";
    private static final String RECOMMENDATIONS = "/console/recommendations";
    private static final String ASSISTANT = "/console/assistant";
    private static Consoles consoles;

    @BeforeAll
    static void start() {
        consoles = ConsoleStack.with(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN, Part.RECOMMENDER);
    }

    private static void open(Part part, String path, String person, Consumer<Page> visit) {
        consoles.open(ConsoleStack.at(part, path), person, visit);
    }

    private static void go(Page page, Part part, String path) {
        page.navigate(ConsoleStack.at(part, path).toString());
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void anExperimentGoesFromThePlanToWhatWasLearnt() {
        open(Part.CAMPAIGN, EXPERIMENTS + "/plan", "ana", page -> {
            page.locator("#f-name").fill("Blue button");
            page.locator("#f-hypothesis").fill("A blue button is seen by more people, so that more of them buy.");
            page.locator("[id='f-variations.0.value']").fill("green");
            page.locator("[id='f-variations.1.key']").fill("blue");
            page.locator("[id='f-variations.1.value']").fill("blue");
            page.locator("[id='f-decision.minimumEffect']").fill("far");
            assertThat(page.locator("#checked .banner.bad")).containsText("decision.minimumEffect");
            page.locator("[id='f-decision.minimumEffect']").fill("5");
            assertThat(page.locator("#checked .banner.bad")).hasCount(0);
            page.locator("#plan button.main").click();

            assertThat(page.locator("h1")).hasText("Blue button");
            assertThat(page.locator(".banner.good")).containsText("Saved.");
            consoles.look(page, "experiments-draft");
            page.locator("button[data-opens=d-start]").click();
            page.locator("dialog[open] button", has("Start")).click();
            assertThat(page.locator(".banner.good")).containsText("It runs.");
            page.locator("#f-coverage").fill("50");
            page.locator("button", has("Change coverage")).click();
            assertThat(page.locator(".banner.good")).containsText("The coverage is changed.");
            consoles.look(page, "experiments-one");
            page.locator("button[data-opens=d-stop]").click();
            page.locator("dialog[open] button", has("Stop")).click();
            assertThat(page.locator(".banner.good")).containsText("It is stopped.");
            page.locator("#f-learnt").fill("Nobody saw the button: it stood below the fold.");
            page.locator("form button", has("Conclude")).click();
            assertThat(page.locator(".decision")).containsText("below the fold");
        });
        PastOfTheShop.ofCampaigns();
        open(Part.CAMPAIGN, EXPERIMENTS + "?state=concluded", "mara", page -> {
            assertThat(page.locator("tbody")).containsText("below the fold");
            go(page, Part.CAMPAIGN, EXPERIMENTS);
            assertThat(page.locator("tbody")).containsText("Shipping in the cart");
            consoles.look(page, "experiments-list");
            page.locator("tbody a", has("Shipping in the cart")).click();
            assertThat(page.locator("[data-chart=effect-conversion] canvas")).isVisible();
            consoles.look(page, "experiments-running");
            go(page, Part.CAMPAIGN, EXPERIMENTS + "/plan");
            consoles.look(page, "experiments-plan");
            go(page, Part.CAMPAIGN, EXPERIMENTS + "/metrics");
            consoles.look(page, "experiments-metrics");
            go(page, Part.CAMPAIGN, EXPERIMENTS + "/flags");
            consoles.look(page, "experiments-flags");
            go(page, Part.CAMPAIGN, EXPERIMENTS + "/access");
            consoles.look(page, "experiments-access");
        });
    }

    @Test
    void theKeyboardAloneIsEnoughToWriteAFlag() {
        open(Part.CAMPAIGN, EXPERIMENTS + "/flags", "ana", page -> {
            page.locator("a", has("New flag")).focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/flags/new");
            page.locator("#f-key").focus();
            page.keyboard().type("by-keyboard");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().type("true");
            page.keyboard().press("Enter");
            assertThat(page.locator(".banner.good")).containsText("Saved.");
            assertThat(page.locator("tbody").first()).containsText("by-keyboard");
        });
    }

    @Test
    void recommendationsAreLookedAtAndAModelIsAsked() {
        PastOfTheShop.ofRecommendations();
        open(Part.RECOMMENDER, RECOMMENDATIONS, "eve", page -> {
            assertThat(page.locator("[data-chart] canvas").nth(1)).isVisible();
            consoles.look(page, "recommendations-quality");
            go(page, Part.RECOMMENDER, RECOMMENDATIONS + "/models");
            assertThat(page.locator("tbody").first()).containsText("No model yet");
            consoles.look(page, "recommendations-models");
            go(page, Part.RECOMMENDER, RECOMMENDATIONS + "/models/compare");
            consoles.look(page, "recommendations-compare");
            go(page, Part.RECOMMENDER, RECOMMENDATIONS + "/trainings");
            page.locator("form button.main").click();
            page.waitForURL("**/trainings/one/**");
            consoles.look(page, "recommendations-training");
        });
    }

    @Test
    void anArticleIsWrittenByOneAndApprovedByAnother() {
        open(Part.RECOMMENDER, ASSISTANT + "/articles/new", "mara", page -> {
            page.locator("#f-title").fill("Returns");
            page.locator("#f-id").fill("returns");
            page.locator("#f-body").fill("# How long do I have?\n\nThirty days, from the day it arrived.");
            page.locator("form button.main", has("Save as a draft")).click();
            assertThat(page.locator(".banner.good")).containsText("Saved.");
            page.locator("button", has("Ask for review")).click();
            assertThat(page.locator(".banner.good")).containsText("waits");
        });
        open(Part.RECOMMENDER, ASSISTANT + "/articles/one/returns/en", "max", page -> {
            page.locator("button", has("Approve")).click();
            assertThat(page.locator(".banner.good")).containsText("answers from it now");
            consoles.look(page, "assistant-article");
            go(page, Part.RECOMMENDER, ASSISTANT + "/articles");
            consoles.look(page, "assistant-articles");
            PastOfTheShop.ofRecommendations();
            go(page, Part.RECOMMENDER, ASSISTANT);
            assertThat(page.locator("[data-chart=solved] canvas")).isVisible();
            consoles.look(page, "assistant-report");
            go(page, Part.RECOMMENDER, ASSISTANT + "/unanswered");
            assertThat(page.locator("tbody")).containsText("Can I pay in three parts?");
            consoles.look(page, "assistant-unanswered");
            go(page, Part.RECOMMENDER, ASSISTANT + "/understanding");
            page.locator("#f-text").fill("Where is my order 1234?");
            page.locator("form button.main").click();
            assertThat(page.locator("#main")).containsText("Where an order is");
            go(page, Part.RECOMMENDER, ASSISTANT + "/understanding");
            consoles.look(page, "assistant-understanding");
        });
    }
}
