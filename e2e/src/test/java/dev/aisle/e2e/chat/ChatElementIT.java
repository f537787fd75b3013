package dev.aisle.e2e.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.aisle.e2e.clients.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chat element in a headless Chromium, in the demo shop, with the service as it is packaged. */
class ChatElementIT {
    private static final String HTML = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static ShopStack stack;

    /** What a shopper of each language sees and writes. */
    enum Shopper {
        ENGLISH("en", "Ask us: open the chat", "Close the chat", "How long may I return things?", ShopStack.ENGLISH),
        CHINESE("zh", "在线客服：打开聊天窗口", "关闭聊天窗口", "退货期限有多长？", ShopStack.CHINESE);

        private final String language;
        private final String launcher;
        private final String close;
        private final String question;
        private final String answer;

        Shopper(String language, String launcher, String close, String question, String answer) {
            this.language = language;
            this.launcher = launcher;
            this.close = close;
            this.question = question;
            this.answer = answer;
        }
    }

    @BeforeAll
    static void start() {
        Chromium.ofTheMachine();
        stack = ShopStack.started();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    private static void visit(String path, Consumer<Chat> act) {
        Chromium.ofTheMachine().openEmpty(page -> {
            act.accept(new Chat(page).at(stack.shop() + path));
            return page.url();
        });
    }

    @ParameterizedTest
    @EnumSource(Shopper.class)
    void theKeyboardIsEnough(Shopper shopper) {
        visit("/" + shopper.language + "/", chat -> {
            chat.tabTo("chat " + shopper.launcher);
            chat.page().keyboard().press("Enter");
            chat.greeting().waitFor();
            assertThat(chat.focus()).isEqualTo("chat input");

            Response stream = chat.page()
                    .waitForResponse(address -> address.url().endsWith("/messages"), () -> chat.say(shopper.question));
            Locator answer = chat.log().getByText(shopper.answer);
            answer.waitFor();

            assertThat(stream.headerValue("content-type")).startsWith("text/event-stream");
            assertThat(chat.script("window.answer.sources[0].url"))
                    .isEqualTo("/" + shopper.language + "/help/return-period");
            assertThat(chat.log().getAttribute("aria-live")).isEqualTo("polite");
            assertThat(chat.violations()).isEmpty();
            chat.page().keyboard().press("Shift+Tab");
            assertThat(chat.focus()).as("goes round inside").startsWith("chat ");
            chat.tabTo("chat " + shopper.close);
            chat.tabTo("chat input");
            chat.page().keyboard().press("Escape");
            assertThat(chat.focus()).isEqualTo("chat " + shopper.launcher);
        });
    }

    @Test
    void whatIsSaidStaysTextAndAReloadKeepsIt() {
        visit("/en/", chat -> {
            chat.open("Ask us: open the chat");
            chat.say(HTML);
            await().atMost(PATIENCE).until(() -> chat.answers().count() == 2);

            assertThat(chat.log().locator(".shopper").innerText()).contains(HTML);
            List<String> before = chat.log().locator(".bubble").allInnerTexts();
            chat.page().reload();
            await().atMost(PATIENCE).until(() -> chat.log().locator(".bubble").count() == before.size());

            assertThat(chat.log().locator(".bubble").allInnerTexts()).isEqualTo(before);
            assertThat(chat.log().locator("img, script").count()).isZero();
            assertThat(chat.script("window.harmed ?? 'unharmed'")).isEqualTo("unharmed");
            assertThat(chat.focus()).as("it was open").isEqualTo("chat input");
        });
    }

    @Test
    void aPersonTakesOverAndTheWindowSaysSo() {
        visit("/en/", chat -> {
            chat.open("Ask us: open the chat");
            chat.button("Talk to a person").click();

            chat.text("A person takes over this conversation.").waitFor();
            chat.page().reload();
            chat.text("A person takes over this conversation.").waitFor();
            assertThat(chat.violations()).isEmpty();
        });
    }

    @Test
    void aDeletedConversationIsGoneHereAndAtTheService() {
        visit("/en/", chat -> {
            chat.open("Ask us: open the chat");
            @SuppressWarnings("unchecked")
            Map<String, String> kept =
                    (Map<String, String>) chat.script("JSON.parse(sessionStorage.getItem('aisle-chat'))");
            assertThat(status(kept)).isEqualTo(200);
            chat.button("Delete this conversation").click();
            assertThat(chat.focus()).as("the safe choice comes first").isEqualTo("chat BUTTON");
            assertThat(chat.violations()).isEmpty();
            chat.button("Yes, delete it").click();

            chat.text("The conversation is deleted.").waitFor();
            assertThat(status(kept)).isEqualTo(404);
            assertThat((String) chat.script("sessionStorage.getItem('aisle-chat')"))
                    .doesNotContain(kept.get("token"));
            chat.button("Start a new conversation").click();
            chat.greeting().waitFor();
        });
    }

    private static int status(Map<String, String> kept) {
        URI address = stack.service().resolve("/v1/conversations/" + kept.get("id"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Aisle-Conversation", kept.get("token"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("The service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Test
    void whatFailsIsSaidInWordsAndTriedAgainOnce() {
        visit("/en/", chat -> {
            chat.open("Ask us: open the chat");
            chat.page().route("**/messages", Route::abort, new Page.RouteOptions().setTimes(1));
            chat.say("How long may I return things?");
            chat.text("We cannot be reached.").waitFor();
            chat.page().context().setOffline(true);
            chat.text("You are offline.").waitFor();
            assertThat(chat.violations()).isEmpty();
            chat.page().context().setOffline(false);
            chat.button("Try again").click();

            chat.log().getByText(ShopStack.ENGLISH).waitFor();
            assertThat(chat.log().locator(".shopper").count()).isEqualTo(1);
        });
    }

    @Test
    void anotherLoginDoesNotSeeTheConversation() {
        visit("/en/sign-in", chat -> {
            chat.button("Go on as Anna Berg").click();
            chat.open("Ask us: open the chat");
            chat.say("How long may I return things?");
            chat.log().getByText(ShopStack.ENGLISH).waitFor();
            chat.at(stack.shop() + "/en/sign-in");
            chat.page().keyboard().press("Escape");
            chat.button("Log out").click();
            chat.open("Ask us: open the chat");

            assertThat(chat.log().getByText(ShopStack.ENGLISH).count()).isZero();
        });
    }

    @Test
    void theShopAndTheWindowFitANarrowDarkScreenInBothLanguages() {
        visit("/en/", chat -> {
            chat.page().setViewportSize(320, 256);
            chat.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (String path :
                    List.of("/en/", "/zh/products/p00001", "/zh/help", "/en/help/delivery-costs", "/en/sign-in")) {
                chat.at(stack.shop() + path);
                assertThat(chat.violations()).as(path).isEmpty();
                assertThat(chat.script("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
            }
            chat.open("Ask us: open the chat");
            chat.say("How long may I return things?");
            chat.log().getByText(ShopStack.ENGLISH).waitFor();
            assertThat(chat.violations()).isEmpty();
            assertThat(chat.script(
                            "document.querySelector('aisle-chat').shadowRoot.querySelector('dialog').scrollWidth"))
                    .isEqualTo(320);
        });
    }
}
