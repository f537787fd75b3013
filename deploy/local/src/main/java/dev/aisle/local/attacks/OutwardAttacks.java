package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Attacks that turn a service against its surroundings: call-backs that lead inside, templates that read, archives that are fetched twice, forms of other pages. */
final class OutwardAttacks {
    private static final int SECONDS = 10;

    private OutwardAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "callbacks-that-lead-inside",
                        "A call-back address inside the network is refused",
                        OutwardAttacks::callbacks),
                new Attack(
                        "templates-that-read",
                        "A campaign's text reaches nothing but the documented values",
                        OutwardAttacks::templates),
                new Attack(
                        "archive-fetched-twice",
                        "An access archive is handed out once, and only for its token",
                        OutwardAttacks::archiveTwice),
                new Attack(
                        "forms-of-other-pages",
                        "A console takes no form that another page sends, and redirects nowhere else",
                        OutwardAttacks::otherPages));
    }

    private static AttackResult callbacks(Target target) {
        List<String> addresses = List.of(
                "http://shop.example/x",
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://169.254.169.254/x",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://2130706433/x",
                "https://0x7f000001/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[fd00::1]/x",
                "https://user:word@127.0.0.1/x");
        List<String> taken = new ArrayList<>();
        for (String address : addresses) {
            ObjectNode body = Json.object()
                    .put("regulation", "gdpr")
                    .put("subject_request_id", UUID.randomUUID().toString())
                    .put("subject_request_type", "access")
                    .put("submitted_time", Instant.now().toString())
                    .put("api_version", "2.0");
            body.putArray("status_callback_urls").add(address);
            body.putArray("subject_identities")
                    .addObject()
                    .put("identity_type", "controller_customer_id")
                    .put("identity_value", "nobody")
                    .put("identity_format", "raw");
            Reply reply =
                    target.send(Call.post(Part.PRIVACY, "/v2/requests", body).as("privacy-officer"));
            if (reply.status() != 400) {
                taken.add(address + ": " + reply.status());
            }
        }
        return AttackResult.of(taken, addresses.size() + " addresses");
    }

    private static AttackResult templates(Target target) {
        List<String> expressions = List.of(
                "{config:property('quarkus.datasource.password')}",
                "{inject:vertx}",
                "{cdi:vertx}",
                "{str:eval('1')}",
                "{product.title.class}",
                "{product.title.getClass()}",
                "{#include base}{/include}",
                "{#let x=1}{x}{/let}",
                "{#switch 1}{#case 1}{/switch}",
                "{#for a in items}{a.class}{/for}");
        List<String> taken = new ArrayList<>();
        for (String expression : expressions) {
            ObjectNode campaign =
                    Json.object().put("name", "Template").put("kind", "ad").put("priority", 60);
            campaign.putObject("goal").put("metric", "clicks").put("within", "P7D");
            campaign.putArray("placements").add("landing-spring");
            ObjectNode variation = campaign.putArray("variations").addObject();
            variation.put("id", "plain").put("weight", 1);
            variation
                    .putObject("content")
                    .putObject("en")
                    .put("title", expression)
                    .put("body", "x");
            Reply reply = target.send(new Call(
                    "PUT",
                    Part.CAMPAIGN,
                    "/v1/campaigns/" + Target.unique("template"),
                    "marketer",
                    Json.write(campaign),
                    Map.of("Content-Type", "application/json")));
            if (reply.status() != 400) {
                taken.add(expression + ": " + reply.status());
            }
        }
        return AttackResult.of(taken, expressions.size() + " expressions");
    }

    private static AttackResult archiveTwice(Target target) {
        Shoppers.Shopper shopper = target.shoppers().who("exports", List.of("analytics"));
        String id = target.requests().access(shopper.customer());
        String token = target.requests().archiveToken(id);
        Call archive = target.requests().archive(id);
        List<String> wrong = new ArrayList<>();
        int other = target.send(archive.header("Archive-Token", "A".repeat(43))).status();
        int first = target.send(archive.header("Archive-Token", token)).status();
        int second = target.send(archive.header("Archive-Token", token)).status();
        if (other == 200) {
            wrong.add("another token opens the archive");
        }
        if (first != 200) {
            wrong.add("the archive is not handed out at all: " + first);
        }
        if (second != 410) {
            wrong.add("the second fetch is answered " + second);
        }
        return AttackResult.of(wrong, "another token, then the right one twice");
    }

    private static AttackResult otherPages(Target target) throws IOException {
        List<String> taken = new ArrayList<>();
        int port = target.ports().of(Part.CAMPAIGN);
        String form = "POST /console/campaigns HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b";
        for (String from : List.of(
                "Origin: https://evil.example\r\n",
                "Origin: null\r\n",
                "Sec-Fetch-Site: cross-site\r\n",
                "Sec-Fetch-Site: same-site\r\n")) {
            String answer = RawHttp.exchange(port, form.formatted(from), SECONDS);
            if (answer.startsWith("HTTP/1.1 2")) {
                taken.add("a form with " + from.strip() + ": " + RawHttp.firstLine(answer));
            }
        }
        for (String where :
                List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            String get = "GET /console?to=" + URLEncoder.encode(where, StandardCharsets.UTF_8)
                    + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            String answer = RawHttp.exchange(port, get, SECONDS);
            if (answer.lines().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("location: " + where))) {
                taken.add("a redirect to " + where);
            }
        }
        return AttackResult.of(taken, "four forms and four redirects");
    }
}
