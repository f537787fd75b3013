package dev.aisle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/mail/[^\"]+)\"");

    @Test
    void aMailIsListedAndShownAndItsMarkupCanDoNothingToThePage() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(0, 0)) {
            send(catcher.smtpPort(), "<i>Tea</i> 你好", "<h1>Tea</h1><script>alert(1)</script>");

            String list = get(catcher, "/").body();
            Matcher link = LINK.matcher(list);
            assertThat(link.find()).isTrue();
            assertThat(list).contains("&lt;i&gt;Tea&lt;/i&gt; 你好").doesNotContain("<i>Tea");
            HttpResponse<String> mail = get(catcher, link.group(1));
            HttpResponse<String> html = get(catcher, link.group(1).replace("/mail/", "/html/"));

            assertThat(mail.body())
                    .contains("<iframe")
                    .contains("sandbox=\"allow-popups")
                    .contains("Message-ID: ");
            assertThat(mail.body()).doesNotContain("alert(1)");
            assertThat(html.body()).contains("<h1>Tea</h1>");
            assertThat(html.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).startsWith("sandbox ").contains("default-src 'none'"));
            assertThat(get(catcher, "/mail/nothing").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(MailCatcher catcher, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + catcher.pagePort() + path);
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static void send(int port, String subject, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("news@shop.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@shop.example"));
        message.setSubject(subject, "UTF-8");
        message.setText(html, "UTF-8", "html");
        Transport.send(message);
    }
}
