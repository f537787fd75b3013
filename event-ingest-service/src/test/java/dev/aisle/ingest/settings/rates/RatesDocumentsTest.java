package dev.aisle.ingest.settings.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesDocumentsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final String ECB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <gesmes:subject>Reference rates</gesmes:subject>
              <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
              <Cube><Cube time='2026-11-24'>
                <Cube currency='USD' rate='1.1600'/>
                <Cube currency='JPY' rate='181.25'/>
                <Cube currency='GBP' rate='0.8700'/>
              </Cube></Cube>
            </gesmes:Envelope>""";

    @Test
    void aDocumentOfTheShopsCurrencyIsRead() {
        RatesReading reading = json("""
                {"base":"USD","rates":{"EUR":"1.16","JPY":0.0064},"asOf":"2026-11-24T15:00:00Z"}""");

        assertThat(reading).isInstanceOfSatisfying(RatesReading.Valid.class, valid -> {
            assertThat(valid.rates().getBase()).isEqualTo("USD");
            assertThat(valid.rates().getRatesMap()).containsEntry("EUR", "1.16").containsEntry("JPY", "0.0064");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base   | {'base':'EUR','rates':{'GBP':'1'},'asOf':'2026-11-24T15:00:00Z'}",
                "base   | {'rates':{'GBP':'1'},'asOf':'2026-11-24T15:00:00Z'}",
                "asOf   | {'base':'USD','rates':{'GBP':'1'}}",
                "asOf   | {'base':'USD','rates':{'GBP':'1'},'asOf':'yesterday'}",
                "rates  | {'base':'USD','asOf':'2026-11-24T15:00:00Z'}",
                "rates  | {'base':'USD','rates':[],'asOf':'2026-11-24T15:00:00Z'}",
                "rates  | {'base':'USD','rates':{'XXX':'1'},'asOf':'2026-11-24T15:00:00Z'}",
                "rates  | {'base':'USD','rates':{'nonsense':'1'},'asOf':'2026-11-24T15:00:00Z'}",
                "rates.GBP | {'base':'USD','rates':{'GBP':'0'},'asOf':'2026-11-24T15:00:00Z'}",
                "rates.GBP | {'base':'USD','rates':{'GBP':-1},'asOf':'2026-11-24T15:00:00Z'}",
                "rates.GBP | {'base':'USD','rates':{'GBP':'much'},'asOf':'2026-11-24T15:00:00Z'}",
                "rates.GBP | {'base':'USD','rates':{'GBP':'1e999999999'},'asOf':'2026-11-24T15:00:00Z'}",
                "more   | {'base':'USD','rates':{'GBP':1},'asOf':'2026-11-24T15:00:00Z','more':1}"
            })
    void aWrongFieldIsNamed(String field, String document) {
        assertThat(json(document.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        RatesReading.Invalid.class,
                        invalid -> assertThat(invalid.fault().field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"base\":\"USD\"}}"})
    void whatIsNoJsonObjectIsMalformedOrInvalid(String document) {
        assertThat(json(document)).isNotInstanceOf(RatesReading.Valid.class);
    }

    @Test
    void theRatesOfTheCentralBankAreTurnedIntoPricesInTheShopsCurrency() {
        ExchangeRates rates = ((RatesReading.Valid) ecb(ECB, "USD")).rates();

        assertThat(rates.getBase()).isEqualTo("USD");
        assertThat(rates.getRatesMap())
                .hasSize(3)
                .containsEntry("EUR", "1.16")
                .containsEntry("JPY", "0.0064")
                .containsEntry("GBP", "1.333333333");
        assertThat(rates.getAsOf().getSeconds()).isEqualTo(1_795_478_400L);
    }

    @Test
    void aShopInEuroTakesThemTheOtherWayRound() {
        ExchangeRates rates = ((RatesReading.Valid) ecb(ECB, "EUR")).rates();

        assertThat(rates.getRatesMap()).containsEntry("USD", "0.8620689655").doesNotContainKey("EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, soon, Cube/@time",
        "time='2026-11-24', '', Cube/@time",
        "currency='JPY', currency='YYY', Cube/@currency",
        "currency='USD', currency='SEK', Cube/@currency",
        "181.25, none, Cube/@rate",
        "181.25, -1, Cube/@rate",
        "181.25, 1e-999999999, Cube/@rate"
    })
    void whatIsWrongInTheXmlIsNamed(String part, String instead, String field) {
        assertThat(ecb(ECB.replace(part, instead), "USD"))
                .isInstanceOfSatisfying(
                        RatesReading.Invalid.class,
                        invalid -> assertThat(invalid.fault().field()).isEqualTo(field));
    }

    @Test
    void severalDaysInOneDocumentAreRefused() {
        String two = ECB.replace("<Cube time='2026-11-24'>", "<Cube time='2026-11-23'/><Cube time='2026-11-24'>");

        assertThat(ecb(two, "USD")).isInstanceOf(RatesReading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Cube",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Cube><Cube time='2026-11-24'>&e;</Cube></Cube>"
            })
    void whatIsNoXmlOrDeclaresEntitiesIsNotTaken(String document) {
        assertThat(ecb(document, "USD")).isNotInstanceOf(RatesReading.Valid.class);
    }

    private static RatesReading json(String document) {
        return RatesDocument.read(document.getBytes(StandardCharsets.UTF_8), USD);
    }

    private static RatesReading ecb(String document, String shop) {
        return EcbDocument.read(document.getBytes(StandardCharsets.UTF_8), Currency.getInstance(shop));
    }
}
