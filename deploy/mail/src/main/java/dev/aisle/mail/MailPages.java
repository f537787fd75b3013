package dev.aisle.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The list of mails, one mail, and its HTML in a frame that can run no script and reach no other site. */
final class MailPages {
    private static final String MAIL = "/mail/";
    private static final String HTML = "/html/";
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1d2433;background:#f6f7f9}
            main{max-width:64rem;margin:0 auto;padding:1rem 1.5rem 3rem}h1{font-size:1.3rem}
            table{width:100%;border-collapse:collapse;background:#fff}td,th{text-align:left;padding:.5rem .75rem;border-bottom:1px solid #e3e6ec}
            a{color:#0b57b8}iframe{width:100%;height:26rem;border:1px solid #c9ced8;background:#fff}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #c9ced8;padding:.75rem}time{white-space:nowrap}
            """;
    private static final String OWN_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
    /** Links of a mail open beside it, as pages of their own. */
    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    private static final String FRAME_POLICY =
            "sandbox " + SANDBOX + "; default-src 'none'; style-src 'unsafe-inline'; img-src data: http://127.0.0.1:*";

    private final HttpServer server;
    private final MailCatcher mails;

    private MailPages(HttpServer server, MailCatcher mails) {
        this.server = server;
        this.mails = mails;
    }

    static MailPages start(int port, MailCatcher mails) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MailPages pages = new MailPages(server, mails);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", pages::answer);
        server.start();
        return pages;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (path.equals("/")) {
                send(exchange, 200, list(mails.mails()), OWN_POLICY);
            } else if (path.startsWith(MAIL)) {
                Optional<CaughtMail> mail = mails.mail(named(path, MAIL));
                send(
                        exchange,
                        mail.isPresent() ? 200 : 404,
                        mail.map(MailPages::one).orElse(gone()),
                        OWN_POLICY);
            } else if (path.startsWith(HTML)) {
                String html =
                        mails.mail(named(path, HTML)).map(CaughtMail::html).orElse("");
                send(exchange, html.isEmpty() ? 404 : 200, "<base target=\"_blank\">" + html, FRAME_POLICY);
            } else {
                send(exchange, 404, gone(), OWN_POLICY);
            }
        } catch (MessagingException e) {
            throw new IOException("A mail can't be read", e);
        }
    }

    private static String named(String path, String prefix) {
        return URLDecoder.decode(path.substring(prefix.length()), StandardCharsets.UTF_8);
    }

    private static String list(List<CaughtMail> mails) {
        String rows = mails.stream()
                .map(mail -> "<tr><td><time>" + mail.at() + "</time><td>" + escaped(mail.to()) + "<td><a href=\"" + MAIL
                        + URLEncoder.encode(mail.id(), StandardCharsets.UTF_8) + "\">" + escaped(mail.subject())
                        + "</a>")
                .collect(Collectors.joining("\n"));
        String table = mails.isEmpty()
                ? "<p>No mail yet.</p>"
                : "<table><tr><th>When<th>To<th>Subject</tr>" + rows + "</table>";
        return page(
                "Mail of the local stack",
                "<p>" + (mails.size() == 1 ? "1 mail." : mails.size() + " mails, the latest first.")
                        + " None of them left this" + " machine. <a href=\"/\">Look again</a></p>" + table);
    }

    private static String one(CaughtMail mail) {
        String frame = mail.html().isEmpty()
                ? "<p>It has no HTML.</p>"
                : "<iframe title=\"The mail as HTML\" sandbox=\"" + SANDBOX + "\" src=\"" + HTML
                        + URLEncoder.encode(mail.id(), StandardCharsets.UTF_8) + "\"></iframe>";
        return page(
                mail.subject(),
                "<p><a href=\"/\">All mails</a> · " + escaped(mail.to()) + " · " + mail.at() + "</p>" + frame
                        + "<h2>Text</h2><pre>" + escaped(mail.plain()) + "</pre><h2>Headers</h2><pre>"
                        + escaped(String.join("\n", mail.headers())) + "</pre>");
    }

    private static String gone() {
        return page("There is no such mail", "<p><a href=\"/\">All mails</a></p>");
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + escaped(title) + "</title><style>"
                + STYLE + "</style><main><h1>" + escaped(title) + "</h1>" + body + "</main>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String page, String policy) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Content-Security-Policy", policy);
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
