package dev.aisle.publish.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
    private static final String DOCUMENT = """
        {"openapi":"3.1.0","paths":{"/v1/lists/{id}":{"get":{"tags":["Lists"],"summary":"One | list.",
          "security":[{"SecurityScheme":["storefront"]}],
          "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}},
                        {"name":"size","in":"query","schema":{"type":["integer","null"]},"description":"How many."}],
          "responses":{"200":{"description":"It.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/AList"}}}},
                       "404":{"description":"None."}}}}},
         "components":{"schemas":{"AList":{"type":"object","required":["items"],"properties":{
          "items":{"type":"array","items":{"type":"string","format":"uuid"}},
          "order":{"type":"string","enum":["up","down"]},"more":{"type":"object","additionalProperties":{"type":"number"}}}}}}}
        """;

    private static final String README = """
        # S
        | route | answer |
        |---|---|
        | `GET`, `DELETE /v1/lists/{name}?a=b` | all | 200 the [list](a.md) |
        """;

    @TempDir
    Path folder;

    @Test
    void aCallHasItsRolesParametersAndAnswers() throws IOException {
        String page = Api.of(Files.writeString(folder.resolve("openapi.json"), DOCUMENT), README)
                .page("some-service");

        assertThat(page)
                .startsWith("# API of some-service\n")
                .contains(
                        "\n## Lists\n",
                        "\n### GET /v1/lists/{id}\n",
                        "One \\| list.",
                        "200 the list",
                        "Roles: storefront.")
                .contains("| `id` | path | text |  |", "| `size` | query | integer (optional) | How many. |")
                .contains("| 200 | It. | [`AList`](#alist) |", "| 404 | None. |  |")
                .contains("### AList", "| `items` | list of uuid |  |")
                .contains(
                        "| `order` | one of `up`, `down` (optional) |  |",
                        "| `more` | names, each with number (optional) |  |");
    }
}
