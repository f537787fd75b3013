package dev.aisle.publish.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoFileTest {
    @Test
    void aFileIsReadWithItsComments() {
        ProtoFile file = ProtoFile.read(List.of(
                "syntax = \"proto3\";",
                "package aisle.x.v1;",
                "// Says it.",
                "service Sayer {",
                "  // Once.",
                "  rpc Say(SayRequest) returns (stream SayResponse);",
                "}",
                "message SayRequest {",
                "  // Whose.",
                "  // Never empty.",
                "  string subject = 1;",
                "  map<string, Inner> more = 2; // by name",
                "  reserved 3;",
                "  oneof what {",
                "    repeated Kind kinds = 4 [deprecated = true];",
                "  }",
                "  message Inner {",
                "  }",
                "  enum Kind {",
                "    KIND_UNSPECIFIED = 0;",
                "  }",
                "}"));

        assertThat(file.name()).isEqualTo("aisle.x.v1");
        assertThat(file.types())
                .extracting(ProtoFile.Type::name)
                .containsExactly("Sayer", "SayRequest", "SayRequest.Inner", "SayRequest.Kind");
        assertThat(file.types().get(0).members())
                .containsExactly(new ProtoFile.Member("Say", "SayRequest → stream SayResponse", "", "Once."));
        assertThat(file.types().get(1).members())
                .containsExactly(
                        new ProtoFile.Member("subject", "string", "1", "Whose. Never empty."),
                        new ProtoFile.Member("more", "map<string, Inner>", "2", "by name"),
                        new ProtoFile.Member("kinds", "repeated Kind", "4", ""));
        assertThat(file.types().get(3).members())
                .containsExactly(new ProtoFile.Member("KIND_UNSPECIFIED", "", "0", ""));
    }

    @Test
    void everyContractHasAPageWithItsTypes() {
        var pages = Contracts.of(Path.of("../..")).pages();

        assertThat(pages.keySet()).contains("aisle.events.v1", "aisle.recommender.v1", "aisle.privacy.v1");
        assertThat(pages.get("aisle.recommender.v1"))
                .contains(
                        "| `Recommend` | [`RecommendRequest`](#recommendrequest) → [`RecommendResponse`](#recommendresponse) |")
                .contains("| `size` | `int32` | 4 | 1..100; 0 means 10. |");
    }
}
