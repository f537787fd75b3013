package dev.aisle.e2e.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.aisle.e2e.clients.Axe;

/** The element in a page, by what a shopper sees and hears of it. */
final class Chat {
    private static final int MOST_TABS = 120;
    private static final String FOCUS = """
        () => {
          const chat = document.querySelector('aisle-chat').shadowRoot.activeElement;
          const one = chat || document.activeElement;
          return (chat ? 'chat ' : 'page ') + (one.getAttribute('aria-label') || one.id || one.tagName);
        }\
        """;

    private final Page page;

    Chat(Page page) {
        this.page = page;
        page.addInitScript("addEventListener('aisle-chat-answer', (event) => { window.answer = event.detail; });");
    }

    Chat at(String address) {
        page.navigate(address);
        return this;
    }

    /** What has the focus: {@code chat} or {@code page}, and its name. */
    String focus() {
        return (String) page.evaluate(FOCUS);
    }

    /** Tabs until something of that name has the focus. */
    void tabTo(String name) {
        for (int tab = 0; tab < MOST_TABS && !focus().equals(name); tab++) {
            page.keyboard().press("Tab");
        }
        assertThat(focus()).isEqualTo(name);
    }

    /** Types where the focus is, and sends. */
    void say(String text) {
        page.keyboard().insertText(text);
        page.keyboard().press("Enter");
    }

    void open(String launcher) {
        button(launcher).click();
        greeting().waitFor();
    }

    Locator greeting() {
        return log().locator(".message.assistant").first();
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    Locator answers() {
        return log().locator(".message.assistant");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Object script(String expression) {
        return page.evaluate(expression);
    }

    Page page() {
        return page;
    }

    /** What axe-core finds against WCAG 2.2 A and AA, in one line each. */
    String violations() {
        return Axe.violations(page);
    }
}
