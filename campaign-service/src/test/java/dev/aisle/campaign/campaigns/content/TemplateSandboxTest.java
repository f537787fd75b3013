package dev.aisle.campaign.campaigns.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.campaign.campaigns.content.TemplateSandbox.Checked;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSandboxTest {
    private static final TemplateSandbox SANDBOX = new TemplateSandbox();
    private static final ContentValues VALUES = new ContentValues(
            Map.of("coupon", Map.of("code", "A<B"), "shop", Map.of("name", "Tea & Co")),
            List.of(Map.of("title", "Tea", "price", "1 EUR"), Map.of("title", "Milk")),
            Map.of("product.title", "what you like"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Code {coupon.code}! | Code A<B!",
                "{coupon.value ?: 'ten'} | ten",
                "for {coupon.until}. | for .",
                "{product.title} | what you like",
                "{#for item in items}{item_count}. {item.title} {item.price ?: '-'}{#if item_hasNext}, {/if}{/for} | 1. Tea 1 EUR, 2. Milk -",
                "{#each items}{it.title}{/each} | TeaMilk",
                "{#if coupon.value}yes{#else}no{/if} | no",
                "{#if items}has{/if} | has",
                "{coupon.code ? 'a' : 'b'} | a",
                "{#if coupon.code == 'A<B'}eq{/if} | eq",
                ".a { color: red } | .a { color: red }"
            })
    void valuesOperatorsAndLoopsOverTheItemsWork(String source, String expected) {
        assertThat(good(source, false).render(VALUES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#for i in 1000000}x{/for}",
                "{#for i in coupon.code}x{/for}",
                "{#for i in items.reversed()}x{/for}",
                "{#for a in items}{#for b in items}{#for c in items}x{/for}{/for}{/for}",
                "{#while true}x{/while}",
                "{cdi:vertx.close}",
                "{inject:bean}",
                "{config:secret}",
                "{data:coupon.code}",
                "{#include other /}",
                "{#insert x}y{/insert}",
                "{#let x=1}{x}{/let}",
                "{#eval 'x' /}",
                "{#fragment id=a}x{/fragment}",
                "{@java.lang.Runtime r}{r}",
                "{coupon.code.getClass()}",
                "{coupon.code.class}",
                "{coupon.code.length}",
                "{coupon.code.repeat(1000000)}",
                "{items}",
                "{#for item in items}{item}{/for}",
                "{foo}",
                "{coupon.kode}",
                "{item.title}",
                "{coupon.code",
                "{#if coupon.code}a",
                "a{/if}",
                ".a {color:red}"
            })
    void whatReachesOutCallsOrLoopsIsRefusedWithItsFix(String source) {
        assertThat(SANDBOX.check(source, false)).isInstanceOfSatisfying(Checked.Bad.class, bad -> {
            assertThat(bad.problem().message()).isNotBlank();
            assertThat(bad.problem().fix()).isNotBlank();
        });
    }

    @Test
    void theLineIsSaid() {
        assertThat(SANDBOX.check("one\ntwo\n{coupon.kode}", false))
                .isInstanceOfSatisfying(
                        Checked.Bad.class,
                        bad -> assertThat(bad.problem().line()).isEqualTo(3));
    }

    @Test
    void manySectionsAndLongExpressionsAreRefusedBeforeTheyAreParsed() {
        String deep = "{#if coupon.code}".repeat(5_000) + "{/if}".repeat(5_000);
        String nested = "{" + "coupon.code.or(".repeat(5_000) + "1" + ")".repeat(5_000) + "}";

        assertThat(SANDBOX.check(deep, false)).isInstanceOf(Checked.Bad.class);
        assertThat(SANDBOX.check(nested, false)).isInstanceOf(Checked.Bad.class);
    }

    @Test
    void inHtmlAValueIsNeverMarkup() {
        assertThat(good("<b>{coupon.code}</b> {shop.name}", true).render(VALUES))
                .isEqualTo("<b>A&lt;B</b> Tea &amp; Co");
    }

    @Test
    void aTextThatGrowsTooLongIsCutOff() {
        ContentValues many =
                new ContentValues(Map.of(), Collections.nCopies(100, Map.of("title", "x".repeat(300))), Map.of());
        TextTemplate template = good("{#for a in items}{#for b in items}{a.title}{/for}{/for}", false);

        assertThat(many.items()).hasSize(ContentValues.MOST_ITEMS);
        assertThatThrownBy(() -> template.render(many))
                .isInstanceOf(ContentLimitException.class)
                .hasMessageContaining("100000 characters");
    }

    @Test
    void aTextThatReadsTooManyValuesIsCutOff() {
        ContentValues many = new ContentValues(Map.of(), Collections.nCopies(20, Map.of("title", "")), Map.of());
        TextTemplate template =
                good("{#for a in items}{#for b in items}" + "{a.title}".repeat(30) + "{/for}{/for}", false);

        assertThatThrownBy(() -> template.render(many))
                .isInstanceOf(ContentLimitException.class)
                .hasMessageContaining("10000 values");
    }

    @Test
    void whatIsWrittenAsItIsAndIsntThereIsMissing() {
        TextTemplate template =
                good("{coupon.code} {coupon.value} {coupon.until ?: '-'} {#if product.id}{product.id}{/if}", false);

        assertThat(template.missing(VALUES)).containsExactly("coupon.value");
    }

    private static TextTemplate good(String source, boolean html) {
        Checked checked = SANDBOX.check(source, html);
        assertThat(checked).as(source).isInstanceOf(Checked.Good.class);
        return ((Checked.Good) checked).template();
    }
}
