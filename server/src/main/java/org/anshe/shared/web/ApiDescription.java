package org.anshe.shared.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.PageRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /openapi.json} says about the API as a whole. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String VERSION = "0.1.0";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, PageRequest.class)
                .replaceWithSchema(AreaKey.class, areaKey());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Anshe")
                        .version(VERSION)
                        .description("The working system of a safe community.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    /** Every operation may refuse; the interface chooses its words by the type of the problem. */
    @Bean
    OpenApiCustomizer refusals() {
        return api -> {
            // Here and not in the description: schemas nothing refers to yet would be dropped on the way.
            api.getComponents().addSchemas(PROBLEM, problem()).addSchemas("FieldProblem", fieldProblem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", refusal())));
        };
    }

    @Bean
    RecordSchemas recordSchemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper());
    }

    /** Lists are read by keyset: {@link PageRequest} comes from two parameters. */
    @Bean
    OperationCustomizer paging() {
        return (operation, handler) -> {
            boolean pages = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
            if (pages) {
                operation.addParametersItem(new QueryParameter()
                        .name("limit")
                        .description("Rows, 1 to 500; 50 when not given")
                        .schema(new IntegerSchema()));
                operation.addParametersItem(new QueryParameter()
                        .name("after")
                        .description("Cursor: `next` of the page before")
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("A refusal in the form of RFC 9457")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("type", new StringSchema().description("Identity of the problem, a path"))
                .addProperty("status", new IntegerSchema())
                .addProperty("title", new StringSchema().description("English, for developers"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema().description("To quote when asking for help"))
                .addProperty(
                        "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/FieldProblem")));
        schema.setRequired(List.of("type", "status"));
        schema.setAdditionalProperties(true);
        return schema;
    }

    private static Schema<?> fieldProblem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the request body"))
                .addProperty("code", new StringSchema());
        schema.setRequired(List.of("pointer", "code"));
        return schema;
    }

    private static Schema<String> areaKey() {
        Schema<String> schema = new StringSchema();
        return schema.pattern("^[1-9][0-9]{18}$").description("Key of an area, 19 digits");
    }
}
