package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerFunctionsTest {
    private static final String BG = "{\"r\":0.2425967,\"alpha\":4.413659,\"a\":0.7929869,\"b\":2.426164}";
    private static final String BEST = "\"x\":26,\"t_x\":30.857142857142858,\"T\":31.0";

    private static JsonNode answer(String function, String input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode output(String function, String input) {
        JsonNode answer = answer(function, input);
        assertThat(answer.has("output")).as(answer.toString()).isTrue();
        return answer.get("output");
    }

    @ParameterizedTest
    @CsvSource({
        "bgnbd,     r alpha a b,    0.243 4.414 0.793 2.426,   -9582.4,   2357",
        "mbgnbd,    r alpha a b,    0.525 6.183 0.891 1.614,   -9582.1,   2357",
        "paretonbd, r alpha s beta, 0.553 10.578 0.606 11.669, -9594.98,  2357",
        "gammagamma, p q v,         6.25 3.74 15.44,           -4055.92,  946"
    })
    void cdnowIsFittedFromItsFile(String model, String names, String values, double likelihood, int customers) {
        Path cbs = Shared.path("data/cdnow/cdnow_cbs_cal19970930.csv");

        JsonNode output = output("customers.fit", "{\"model\":\"" + model + "\",\"cbs\":\"" + cbs + "\"}");

        String[] name = names.split(" ", -1);
        String[] value = values.split(" ", -1);
        for (int n = 0; n < name.length; n++) {
            assertThat(output.at("/params/" + name[n]).asDouble())
                    .isCloseTo(Double.parseDouble(value[n]), within(1e-2));
        }
        assertThat(output.get("params").size()).isEqualTo(name.length);
        assertThat(output.get("LL").asDouble()).isCloseTo(likelihood, within(0.05));
        assertThat(output.get("n").asInt()).isEqualTo(customers);
    }

    @Test
    void aFileWithTheNamesOfOtherToolsIsUnderstood(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), """
                id;frequency;recency;T;monetary_value
                a;2;30.4;38.9;20
                b;0;0;38.9;
                c;1;1.7;38.9;10
                d;7;29.4;38.9;35.5
                """);

        assertThat(output("customers.fit", "{\"model\":\"nbd\",\"cbs\":\"" + file + "\"}")
                        .get("n")
                        .asInt())
                .isEqualTo(4);
        assertThat(output("customers.fit", "{\"model\":\"gammagamma\",\"cbs\":\"" + file + "\"}")
                        .get("n")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void theVignetteIsPredicted() {
        JsonNode output =
                output("customers.predict", "{\"model\":\"bgnbd\",\"params\":" + BG + "," + BEST + ",\"t\":52}");

        assertThat(output.get("CE").asDouble()).isCloseTo(25.75659, within(5e-6));
        assertThat(output.get("palive").asDouble()).isCloseTo(0.9688523, within(5e-8));
        assertThat(output.get("expectation").asDouble()).isCloseTo(1.444004, within(5e-7));
        assertThat(output.has("DERT")).isFalse();
    }

    @Test
    void listsOfCustomersAreAnsweredAsLists() {
        JsonNode output = output(
                "customers.predict",
                "{\"model\":\"paretonbd\",\"params\":[0.553,10.578,0.606,11.669],\"x\":[0,2],\"t_x\":[0,30.4],\"T\":[38.9,38.9],"
                        + "\"t\":39,\"d\":0.0027}");

        for (String field : List.of("CE", "palive", "DERT")) {
            assertThat(output.get(field).size()).isEqualTo(2);
            assertThat(output.get(field).get(1).asDouble())
                    .isGreaterThan(output.get(field).get(0).asDouble());
        }
    }

    @Test
    void withoutACustomerTheAnswerIsThatOfANewcomerOrOfThePopulation() {
        assertThat(output("customers.predict", "{\"model\":\"bgnbd\",\"params\":" + BG + ",\"t\":52}")
                        .get("expectation")
                        .asDouble())
                .isCloseTo(1.444004, within(5e-7));
        assertThat(output("customers.predict", "{\"model\":\"gammagamma\",\"params\":[6.25,3.74,15.44]}")
                        .get("spend")
                        .asDouble())
                .isCloseTo(35.21897810218978, within(1e-9));
        assertThat(output(
                                "customers.predict",
                                "{\"model\":\"gammagamma\",\"params\":{\"p\":6.25,\"q\":3.74,\"v\":15.44},\"x\":[2,0],\"z\":[22.35,0]}")
                        .at("/spend/0")
                        .asDouble())
                .isCloseTo(24.663713910761153, within(1e-9));
    }

    @Test
    void regularCustomersAreFittedAndPredicted() {
        JsonNode fit = output(
                "customers.fit",
                "{\"model\":\"mbgcnbd_k\",\"k\":3,\"x\":[5,4,0,6,1,3,0,7],\"t_x\":[30,28,0,36,8,14,0,39],\"T\":[40,40,40,40,40,40,40,40]}");

        JsonNode predicted = output(
                "customers.predict",
                "{\"model\":\"mbgcnbd_k\",\"params\":" + fit.get("params") + ",\"x\":5,\"t_x\":30,\"T\":40,\"t\":10}");

        JsonNode params = fit.get("params");
        String beside = "{\"model\":\"mbgcnbd_k\",\"k\":3,\"params\":[" + params.get("r") + "," + params.get("alpha")
                + "," + params.get("a") + "," + params.get("b") + "],\"x\":5,\"t_x\":30,\"T\":40,\"t\":10}";
        assertThat(output("customers.predict", beside)).isEqualTo(predicted);
        assertThat(params.get("k").asInt()).isEqualTo(3);
        assertThat(predicted.get("palive").asDouble()).isBetween(0.0, 1.0);
        assertThat(predicted.get("CE").asDouble()).isBetween(0.1, 3.0);
    }

    @Test
    void theValueIsPurchasesTimesAmountDiscountedMonthly() {
        String customer = BEST + ",\"z\":20,\"months\":1,\"monthly_discount\":0.25";
        String spend = "\"gammagamma\":[6.25,3.74,15.44]";
        JsonNode apart =
                output("customers.clv", "{\"model\":\"bgnbd\",\"params\":" + BG + "," + spend + "," + customer + "}");
        JsonNode together = output(
                "customers.clv", "{\"params\":{\"bgnbd\":" + BG + "," + spend + "}," + customer + ",\"level\":0.9}");

        double purchases = output(
                        "customers.predict", "{\"model\":\"bgnbd\",\"params\":" + BG + "," + BEST + ",\"t\":4.345}")
                .get("CE")
                .asDouble();
        double amount = output(
                        "customers.predict",
                        "{\"model\":\"gammagamma\",\"params\":[6.25,3.74,15.44],\"x\":26,\"z\":20}")
                .get("spend")
                .asDouble();
        assertThat(apart.get("clv").asDouble()).isCloseTo(purchases * amount / 1.25, within(1e-9));
        assertThat(together.get("clv")).isEqualTo(apart.get("clv"));
        assertThat(together.at("/interval/0").asDouble())
                .isLessThan(apart.get("clv").asDouble());
        assertThat(together.at("/interval/1").asDouble())
                .isGreaterThan(apart.get("clv").asDouble());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customers.fit model {\"model\":\"crystal_ball\",\"x\":[1],\"t_x\":[1],\"T\":[2]}",
                "customers.fit x {\"model\":\"bgnbd\"}",
                "customers.fit x {\"model\":\"bgnbd\",\"x\":3,\"t_x\":[1],\"T\":[2]}",
                "customers.fit x.0 {\"model\":\"bgnbd\",\"x\":[1.5],\"t_x\":[1],\"T\":[2]}",
                "customers.fit input {\"model\":\"bgnbd\",\"x\":[1],\"t_x\":[3],\"T\":[2]}",
                "customers.fit input {\"model\":\"bgnbd\",\"x\":[1,2],\"t_x\":[1],\"T\":[2]}",
                "customers.fit input {\"model\":\"nbd\",\"x\":[],\"t_x\":[],\"T\":[]}",
                "customers.fit cbs {\"model\":\"nbd\",\"cbs\":\"/no/such/file.csv\"}",
                "customers.predict params.r {\"model\":\"nbd\",\"params\":{\"r\":-1,\"alpha\":2},\"t\":3}",
                "customers.predict params {\"model\":\"nbd\",\"params\":[1],\"t\":3}",
                "customers.predict params {\"model\":\"bgnbd\",\"params\":[2,1,1,1,1],\"t\":3}",
                "customers.predict params.k {\"model\":\"bgcnbd_k\",\"params\":{\"r\":1,\"alpha\":1,\"a\":1,\"b\":1},\"t\":3}",
                "customers.predict x {\"model\":\"nbd\",\"params\":[1,2]}",
                "customers.predict t_x, T {\"model\":\"nbd\",\"params\":[1,2],\"x\":1,\"t_x\":5,\"T\":2}",
                "customers.clv gammagamma {\"params\":[0.2,4.4,0.8,2.4],\"x\":1,\"t_x\":1,\"T\":2,\"z\":1,\"months\":1,\"monthly_discount\":0}",
                "customers.clv unit {\"params\":[0.2,4.4,0.8,2.4],\"gammagamma\":[6,3,15],\"unit\":\"year\",\"x\":1,\"t_x\":1,\"T\":2,\"z\":1,\"months\":1,\"monthly_discount\":0}"
            })
    void whatCantBeUsedIsNamed(String line) {
        int brace = line.indexOf('{');
        String[] named = line.substring(0, brace).strip().split(" ", 2);

        JsonNode answer = answer(named[0], line.substring(brace));

        assertThat(answer.at("/error/field").asText()).isEqualTo(named[1]);
        assertThat(answer.at("/error/message").asText()).isNotBlank();
    }
}
