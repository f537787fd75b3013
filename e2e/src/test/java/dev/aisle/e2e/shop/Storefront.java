package dev.aisle.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import dev.aisle.e2e.clients.Axe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shop in a page, by what a shopper sees of it. */
final class Storefront {
    private static final int MOST_TABS = 120;
    private static final int MOST_LOOKS = 6;

    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Storefront(Page page, String address) {
        this.page = page;
        this.address = address;
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    Storefront at(String path) {
        page.navigate(address + path);
        return this;
    }

    Page page() {
        return page;
    }

    /** What the console said: scripts that fail, what the policy refused. */
    List<String> complaints() {
        return complaints;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A switch of the strip below the head of the page. */
    Locator choice(String name) {
        return page.locator(".choices").getByRole(AriaRole.SWITCH, new Locator.GetByRoleOptions().setName(name));
    }

    /** Where a page says what has just happened. */
    Locator said() {
        return page.locator(".said");
    }

    /** Why the list of that heading is as it is. */
    Locator why(String heading) {
        return page.locator("section.list")
                .filter(new Locator.FilterOptions().setHas(page.getByText(heading, exactly())))
                .locator(".why")
                .last();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** The latest call in the panel that reads so. */
    Locator call(String text) {
        return page.locator("#journal .call")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** Opens a page, again while the door doesn't know yet what was allowed, until it has taken the event of the page. */
    Storefront taken(String path, String event) {
        for (int look = 1; ; look++) {
            at(path);
            try {
                call("Taken: " + event).waitFor(new Locator.WaitForOptions().setTimeout(10_000));
                return this;
            } catch (TimeoutError e) {
                if (look == MOST_LOOKS) {
                    throw e;
                }
            }
        }
    }

    /** Tabs until something whose text or label begins so has the focus. */
    void tabTo(String name) {
        for (int tab = 0; tab < MOST_TABS && !focus().startsWith(name); tab++) {
            page.keyboard().press("Tab");
        }
        assertThat(focus()).startsWith(name);
    }

    String focus() {
        return (String) page.evaluate("""
            () => {
              let one = document.activeElement;
              while (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
              const label = one.getAttribute('aria-labelledby');
              const named = label && one.getRootNode().getElementById(label);
              return one.getAttribute('aria-label') || (named || one).textContent.trim();
            }\
            """);
    }

    void isSound(String when) {
        assertThat(Axe.violations(page)).as(when).isEmpty();
        assertThat(complaints).as(when + ": console").isEmpty();
    }

    /** A picture for whoever looks at the run. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/shop-" + name + ".png")));
    }
}
