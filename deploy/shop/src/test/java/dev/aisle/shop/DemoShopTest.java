package dev.aisle.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The pages of the shop, and what they ask for whoever looks at them. */
class DemoShopTest extends ShopBesidePlayedServices {
    @Test
    void aPageRunsTheShopsOwnScriptsAndThoseOfTheElementsAndNoneInside() throws Exception {
        HttpResponse<String> page = get("/en/", loggedIn("anna"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("For Anna Berg", "/pictures/p00003.svg", "&lt;b&gt;why", "data-session=\"anna\"")
                .doesNotContain("<b>why", "<i>Gift", "t1");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" on[a-z]+=");
        assertThat(page.body()).contains("/chat.js\" data-open=\"/assistant/conversations\"", "src=\"/panel.js\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self' http://127.0.0.1:")
                .doesNotContain("unsafe");
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        String li = loggedIn("li");
        for (String path : List.of(
                "/",
                "/kinds/mugs",
                "/products/p00001",
                "/search?q=tea",
                "/cart",
                "/account",
                "/help",
                "/sign-in",
                "/orders",
                "/desk")) {
            assertThat(get("/en" + path, li).statusCode()).as("en " + path).isEqualTo(200);
            HttpResponse<String> chinese = get("/zh" + path, li);
            assertThat(chinese.statusCode()).as("zh " + path).isEqualTo(200);
            assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "炉边小店");
        }
        assertThat(get("/en/kinds/none", "").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/p00001.svg", "").body()).startsWith("<svg");
        assertThat(get("/products/p00001", "").headers().firstValue("Location")).hasValue("/en/products/p00001");
    }

    @Test
    void besideEachListStandsWhyItIsShown() throws Exception {
        String home = get("/en/", visiting()).body();

        assertThat(home)
                .contains("Personal</span> Chosen for you", "Campaign welcome, variation gift</span> You are new.")
                .contains("You see variation story</span> by the experiment hero", "A house grows piece by piece");
        assertThat(get("/en/kinds/mugs", visiting()).body())
                .contains("Sponsored</span>", "Paid for by the brand")
                .doesNotContain("a1.secret");
    }

    @Test
    void thePanelIsToldOfEachCallAndOfWhatTheDoorDropped() throws Exception {
        String cookie = visiting();
        get("/en/products/p00001", cookie);

        String journal = journal(cookie, "Dropped at the door");

        assertThat(journal).contains("Dropped at the door: Product Viewed (no-consent). Nothing was stored.");
        assertThat(journal).contains("\"tone\":\"withheld\"").doesNotContain("t1", "Bearer");
        assertThat(journal(visiting(), "Page opened")).as("of another visit").doesNotContain("Product Viewed");
        assertThat(get("/en/journal", "").statusCode()).isEqualTo(204);
    }

    @Test
    void aCouponIsHeldBeforeTheOrderIsMadeAndRedeemedAfterIt() throws Exception {
        String cookie = visiting();
        form("/en/cart", "product=p00001", cookie);
        form("/en/coupon", "code=welcome", cookie);
        assertThat(get("/en/cart", cookie).body()).contains("No &lt;code&gt; of ours");
        form("/en/coupon", "code=WELCOME10", cookie);
        assertThat(get("/en/cart", cookie).body()).contains("The coupon fits");

        form("/en/order", "", cookie);

        String orders = get("/en/orders", cookie).body();
        assertThat(orders).contains("is placed.", "Cancel this order");
        List<String> till =
                asked.stream().filter(call -> call.contains("coupon-uses")).toList();
        assertThat(till).hasSize(2);
        assertThat(till.get(0)).startsWith("PUT /v1/coupon-uses/shop-").contains("WELCOME10", "p1.of.browser");
        assertThat(till.get(1)).startsWith("POST /v1/coupon-uses/shop-").contains("/redemption");
        assertThat(asked).anyMatch(call -> call.contains("Order Completed") && call.contains("WELCOME10"));
    }

    @Test
    void whoPressesOrderTwiceOrdersOnce() throws Exception {
        String cookie = visiting();
        form("/en/cart", "product=p00001", cookie);

        try (var twice = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = twice.submit(() -> form("/en/order", "", cookie));
            var second = twice.submit(() -> form("/en/order", "", cookie));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsOnly(303);
        }

        assertThat(asked).filteredOn(call -> call.contains("Order Completed")).hasSize(1);
    }
}
