package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private final Markdown markdown = new Markdown("docs/decisions"::equals);

    @Test
    void aLinkToAFileIsALinkToItsPage() {
        Page page = markdown.page(
                "docs/operations/keys.md",
                "# Keys\n[search](../search.md#what-it-finds) [here](#keys) [service](../../privacy-service/README.md)"
                        + " [why](../decisions) [out](https://example.org/a.md) ![p](../screenshots/p.png)");

        assertThat(page.address()).isEqualTo("operations/keys.html");
        assertThat(page.body())
                .contains("href=\"../search.html#what-it-finds\"")
                .contains("href=\"#keys\"")
                .contains("href=\"../privacy-service/index.html\"")
                .contains("href=\"../decisions/index.html\"")
                .contains("href=\"https://example.org/a.md\"")
                .contains("src=\"../screenshots/p.png\"");
    }

    @Test
    void headingsAreNamedAsHostsOfMarkdownNameThem() {
        Page page = markdown.page(
                "docs/a.md", "# What is it?\n## From a storefront: `OpenFeature`\n## Two\n## Two\n## 中文 标题");

        assertThat(page.title()).isEqualTo("What is it?");
        assertThat(page.sections())
                .extracting(Section::slug)
                .containsExactly("what-is-it", "from-a-storefront-openfeature", "two", "two-1", "中文-标题");
        assertThat(page.body()).contains("<h2 id=\"two-1\">");
    }

    @Test
    void wordsOfTablesAndCodeAreFoundUnderTheirHeading() {
        Page page =
                markdown.page("docs/a.md", "# A\nfirst\n## B\n| k | v |\n|---|---|\n| lease | two |\n\n    curl x\n");

        assertThat(page.sections().get(0).text()).isEqualTo("first");
        assertThat(page.sections().get(1).text()).contains("lease two").contains("curl x");
        assertThat(page.body()).contains("<div class=\"table-box\" tabindex=\"0\"><table>");
    }

    @Test
    void deadLinksAreNamed() {
        Map<String, Page> pages = new TreeMap<>();
        pages.put(
                "docs/a.md",
                markdown.page(
                        "docs/a.md", "# A\n[b](b.md#two) [c](c.md) [p](p.png) [q](q.png) [d](b.md#one) ../../../x"));
        pages.put("docs/b.md", markdown.page("docs/b.md", "# One"));

        assertThat(LinkCheck.dead(pages, "docs/q.png"::equals))
                .isEqualTo(List.of("docs/a.md: b.md#two", "docs/a.md: c.md", "docs/a.md: p.png"));
    }

    @Test
    void whatTextsSayIsEscapedAndCodeStaysCode() {
        Page page = markdown.page("docs/a.md", "# A < B & `<script>`\n\n```sh run again\n<b>\n```\n");

        assertThat(page.body())
                .contains("A &lt; B &amp; <code>&lt;script&gt;</code>")
                .contains("class=\"language-sh\"");
        assertThat(page.title()).isEqualTo("A < B & <script>");
    }
}
