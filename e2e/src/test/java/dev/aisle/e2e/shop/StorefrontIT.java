package dev.aisle.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.aisle.e2e.clients.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo shop and its preference centre in a headless Chromium, with every service as it is packaged. */
class StorefrontIT {
    private static final String SCRIPT = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static FedShop stack;
    private static Chromium.Running browser;

    @BeforeAll
    static void start() {
        Chromium chromium = Chromium.ofTheMachine();
        stack = FedShop.started();
        browser = chromium.running();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    private static void visit(Consumer<Storefront> act) {
        browser.openEmpty(page -> {
            page.setViewportSize(1440, 900);
            act.accept(new Storefront(page, stack.address()));
            return page.url();
        });
    }

    @Test
    void aChoiceShowsItsEffectAtOnce() {
        visit(shop -> {
            shop.at("/en/products/p00001");
            shop.call("Dropped at the door: Product Viewed").waitFor();
            shop.isSound("before any choice");
            shop.picture("dropped");

            shop.at("/en/").button("Allow all").click();
            for (String product : List.of("p00001", "p00002", "p00011")) {
                shop.taken("/en/products/" + product, "Product Viewed");
            }
            await().atMost(PATIENCE).until(() -> shop.at("/en/").why("For you").count() > 0);
            assertThat(shop.why("For you").innerText()).startsWith("Personal Chosen for you");
            shop.isSound("personal");
            shop.picture("personal");

            shop.page().getByText("You allow 5 of 5 uses").click();
            takeBackPersonalLists(shop);

            assertThat(shop.said().innerText()).matches("In force in every service after \\d+ ms\\. Records of you.*");
            assertThat(shop.why("Often chosen").innerText()).contains("You haven't allowed personal lists");
            assertThat(shop.choice("Personal lists").getAttribute("aria-checked"))
                    .isEqualTo("false");
            shop.call("not personal: NO_CONSENT").waitFor();
            shop.button("Withheld").click();
            assertThat(shop.call("Consent taken back").isVisible()).isFalse();
            shop.isSound("withdrawn");
            shop.page().locator("[data-filter=all]").click();
            shop.picture("choices");
        });
    }

    /** Once more when a service was so busy that the answer didn't wait for it. */
    private static void takeBackPersonalLists(Storefront shop) {
        shop.choice("Personal lists").click();
        for (int i = 0; i < 5 && !shop.said().innerText().startsWith("In force"); i++) {
            shop.choice("Personal lists").click();
            shop.page()
                    .locator("[role=switch][aria-checked=true]", has("Personal lists"))
                    .waitFor();
            shop.choice("Personal lists").click();
        }
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void anOrderRedeemsTheCouponAndACancelledOneGivesItBack() {
        visit(shop -> {
            shop.at("/en/products/p00002").button("Put into the cart").click();
            shop.page().getByLabel("Coupon code").fill(SCRIPT);
            shop.button("Apply").click();
            shop.page().locator(".bad").waitFor();
            assertThat(shop.page().evaluate("window.harmed ?? 'unharmed'")).isEqualTo("unharmed");
            shop.page().getByLabel("Coupon code").fill("welcome10");
            shop.button("Apply").click();
            shop.page().getByText("The coupon fits.").waitFor();
            shop.isSound("cart");
            shop.picture("cart");

            shop.button("Order now").click();

            shop.page().getByText("is placed.").waitFor();
            shop.call("Coupon redeemed").waitFor();
            shop.isSound("ordered");
            shop.button("Cancel this order").click();
            shop.page().getByText("its coupon can be used again").waitFor();
            shop.call("Coupon released").waitFor();
        });
    }

    @Test
    void whoLogsInKeepsTheVariationAndIsAskedForTheirOwnAnswers() {
        visit(shop -> {
            shop.at("/en/").button("Allow all").click();
            String before = shop.at("/en/").page().locator(".hero .badge").innerText();
            shop.at("/en/sign-in").button("Go on as 李伟 Li Wei").click();

            assertThat(shop.page().locator(".hero .badge").innerText()).isEqualTo(before);
            shop.page().getByText("You allow 3 of 5 uses").waitFor();
            shop.call("Taken: identify").waitFor();
            assertThat(shop.why("For 李伟 Li Wei").innerText()).startsWith("Personal");
            shop.at("/en/sign-in").button("Log out").click();
            shop.page().getByText("Your choice: what may we use?").waitFor();
        });
    }

    @Test
    void thePreferenceCentreShowsDownloadsAndDeletes() {
        visit(shop -> {
            shop.at("/en/").button("Allow all").click();
            shop.taken("/en/products/p00003", "Product Viewed");
            Page page = shop.at("/en/account").page();
            page.getByText("You answer to version 1").waitFor();
            shop.isSound("preference centre");
            shop.picture("preferences");
            shop.button("Get a copy of everything").click();
            page.getByLabel("Offers by e-mail").last().click();
            page.getByText("Taken back: Offers by e-mail.").waitFor();
            page.getByText("What stays, why, and until when").click();
            page.getByText("Needed whatever you refuse: it proves what the person allowed and when")
                    .waitFor();
            shop.isSound("what stays");
            shop.picture("stays");
            shop.button("Undo").click();
            page.getByText("Allowed: Offers by e-mail.").waitFor();
            shop.button("Delete everything").click();
            page.getByText("This would be deleted").waitFor();
            assertThat(shop.focus()).as("the safe choice").isEqualTo("No, keep it");
            shop.isSound("dry run");
            shop.picture("dry-run");
            shop.button("Yes, delete it").click();
            shop.button("Take it back").click();
            page.getByText("Nothing was deleted.").waitFor();
            Locator save = page.getByText("Save the file");
            save.waitFor();
            assertThat(names(page.waitForDownload(save::click))).anyMatch(name -> name.endsWith(".json"));
            shop.button("Delete everything").click();
            shop.button("Yes, delete it").click();
            page.getByText("Every service has given its receipt.")
                    .waitFor(new Locator.WaitForOptions().setTimeout(180_000));
            page.getByText("Nothing is stored about you.").waitFor();
            shop.isSound("deleted");
        });
    }

    /** What lies in the archive that was downloaded. */
    private static List<String> names(Download download) {
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No archive", e);
        }
    }

    @Test
    void theKeyboardIsEnough() {
        visit(shop -> {
            shop.at("/zh/").tabTo("个性化列表");
            shop.page().keyboard().press("Space");
            assertThat(shop.said().innerText()).startsWith("已记录");
            shop.at("/zh/products/p00004").tabTo("加入购物车");
            shop.page().keyboard().press("Enter");
            shop.page().getByText("应付").waitFor();
            shop.tabTo("被拦下");
            shop.page().keyboard().press("Enter");
            assertThat(shop.button("被拦下").getAttribute("aria-pressed")).isEqualTo("true");
            shop.at("/zh/account").page().getByText("您的答复针对第 1 版说明").waitFor();
            shop.tabTo("获取全部数据的副本");
            shop.tabTo("删除全部数据");
            shop.page().keyboard().press("Enter");
            shop.page().getByText("将会删除以下内容").waitFor();
            shop.page().keyboard().press("Escape");
            assertThat(shop.focus()).startsWith("删除全部数据");
        });
    }

    @Test
    void everyPageFitsANarrowDarkScreenInBothLanguages() {
        visit(shop -> {
            shop.page().setViewportSize(380, 800);
            shop.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (String path : List.of(
                    "/en/",
                    "/zh/kinds/mugs",
                    "/en/products/p00001",
                    "/zh/search?q="
                            + SCRIPT.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"),
                    "/zh/cart",
                    "/en/account",
                    "/zh/sign-in",
                    "/zh/nothing")) {
                shop.at(path);
                shop.page().evaluate("document.getElementById('panel').open = true");
                assertThat(shop.page().evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(380);
                shop.complaints().removeIf(text -> text.contains("404"));
                shop.isSound(path);
            }
            assertThat(shop.page().evaluate("window.harmed ?? 'unharmed'")).isEqualTo("unharmed");
            shop.at("/zh/").picture("narrow");
        });
    }
}
