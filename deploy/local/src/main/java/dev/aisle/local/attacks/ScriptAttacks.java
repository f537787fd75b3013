package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Attack.Order;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.ConsolePages;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.SignedInBrowser;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Markup in every name that a person may give, and in every parameter of a page. */
final class ScriptAttacks {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final int SECONDS = 10;
    private static final Map<Part, List<String>> CONSOLES = consoles();

    private ScriptAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "scripts-in-pages",
                        "Markup in names, titles, texts and parameters reaches no page of the consoles and of the shop unescaped",
                        Order.FIRST,
                        ScriptAttacks::pages),
                new Attack(
                        "scripts-in-answers",
                        "No answer of a service that repeats what a stranger sent is a page",
                        ScriptAttacks::answers));
    }

    private static Map<Part, List<String>> consoles() {
        Map<Part, List<String>> all = new LinkedHashMap<>();
        all.put(Part.CAMPAIGN, List.of("campaigns", "experiments"));
        all.put(Part.PROFILE, List.of("people"));
        all.put(Part.RECOMMENDER, List.of("recommendations", "assistant"));
        all.put(Part.PRIVACY, List.of("privacy"));
        all.put(Part.INGEST, List.of("flow"));
        return all;
    }

    private static AttackResult pages(Target target) {
        int planted = plant(target);
        SignedInBrowser browser = new SignedInBrowser();
        browser.signIn(target.ports().http(Part.CAMPAIGN).resolve("/console/campaigns"), MARKUP);
        List<URI> pages = new ArrayList<>();
        CONSOLES.forEach((part, areas) -> areas.forEach(area -> pages.addAll(
                new ConsolePages(browser).from(target.ports().http(part).resolve("/console/" + area)))));
        String hostile = URLEncoder.encode("\"'>" + MARKUP, StandardCharsets.UTF_8);
        List<URI> asked = new ArrayList<>(pages);
        for (URI page : pages) {
            if (page.getRawQuery() == null) {
                StringBuilder query = new StringBuilder("?");
                for (String name :
                        List.of("q", "from", "to", "by", "search", "id", "name", "after", "metric", "segment")) {
                    query.append(name).append('=').append(hostile).append('&');
                }
                asked.add(URI.create(page + query.substring(0, query.length() - 1)));
            }
        }
        URI shop = target.ports().http(Part.SHOP);
        for (String path :
                List.of("/en", "/en/search?q=" + hostile, "/en/products/" + hostile, "/en/help", "/en/cart")) {
            asked.add(shop.resolve(path));
        }
        List<String> unescaped = new ArrayList<>();
        for (URI page : asked) {
            HttpResponse<String> answer = browser.read(page);
            if (isUnescaped(answer.headers().firstValue("Content-Type").orElse(""), answer.body())) {
                unescaped.add(page.getPort() + page.getRawPath());
            }
        }
        return AttackResult.of(unescaped, planted + " names with markup, " + asked.size() + " pages");
    }

    /** Whether a browser would make an element of the markup. */
    static boolean isUnescaped(String contentType, String body) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("text/html")
                && body.toLowerCase(Locale.ROOT).contains("<img src=x onerror");
    }

    /** Gives things a name of markup; answers how many services took one. */
    private static int plant(Target target) {
        String id = Target.unique("markup");
        ObjectNode product =
                Json.object().put("productId", id).put("title", MARKUP).put("category", MARKUP);
        product.put("brand", MARKUP);
        ObjectNode campaign =
                Json.object().put("name", MARKUP).put("kind", "ad").put("priority", 60);
        campaign.putObject("goal").put("metric", "clicks").put("within", "P7D");
        campaign.putArray("placements").add("landing-spring");
        ObjectNode variation =
                campaign.putArray("variations").addObject().put("id", "plain").put("weight", 1);
        variation.putObject("content").putObject("en").put("title", MARKUP).put("body", MARKUP);
        ObjectNode coupon = Json.object()
                .put("id", id)
                .put("name", MARKUP)
                .put("codes", "SHARED")
                .put("currency", "EUR");
        coupon.putObject("benefit").put("kind", "AMOUNT").put("amount", 500);
        ObjectNode flag = Json.object().put("name", MARKUP).put("description", MARKUP);
        List<Call> calls = List.of(
                Call.post(Part.INGEST, "/v1/products", Json.write(product) + "\n", "application/x-ndjson")
                        .as("operator"),
                put(Part.CAMPAIGN, "/v1/campaigns/" + id, campaign),
                Call.post(Part.CAMPAIGN, "/v1/coupons", coupon).as("marketer"),
                put(Part.CAMPAIGN, "/v1/flags/" + id, flag),
                put(
                        Part.PROFILE,
                        "/v1/segments/" + id,
                        Json.object().put("name", MARKUP).put("text", "did(product_view)")),
                Call.post(
                                Part.RECOMMENDER,
                                "/v1/articles/import?state=draft",
                                "---\nid: " + id + "\nlocale: en\ntitle: \"" + MARKUP + "\"\n---\n\n" + MARKUP + "\n",
                                "text/markdown;charset=UTF-8")
                        .as("marketer"),
                target.shoppers().named(MARKUP));
        return (int) calls.stream().map(target::send).filter(Reply::ok).count();
    }

    private static Call put(Part part, String path, ObjectNode body) {
        return new Call("PUT", part, path, "marketer", Json.write(body), Map.of("Content-Type", "application/json"));
    }

    private static AttackResult answers(Target target) throws IOException {
        List<String> pages = new ArrayList<>();
        String hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
        List<String> paths = List.of(
                "/" + hostile,
                "/v1/" + hostile,
                "/v1/operations?after=" + hostile,
                "/v1/segments/" + hostile,
                "/v1/unsubscribe/" + hostile,
                "/q/" + hostile,
                "/console/" + hostile);
        for (Part part : Part.services()) {
            for (String path : paths) {
                String answer = RawHttp.exchange(
                        target.ports().of(part),
                        "GET " + path + " HTTP/1.1\r\nHost: " + target.ports().address(part) + "\r\nX-Request-Id: "
                                + MARKUP + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
                        SECONDS);
                String[] parts = answer.split("\r\n\r\n", 2);
                String type = parts[0].lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                        .map(line -> line.substring("content-type:".length()).strip())
                        .findFirst()
                        .orElse("");
                if (parts.length == 2 && isUnescaped(type, parts[1])) {
                    pages.add(part.label() + " " + path);
                }
            }
        }
        return AttackResult.of(pages, paths.size() + " paths of five services");
    }
}
