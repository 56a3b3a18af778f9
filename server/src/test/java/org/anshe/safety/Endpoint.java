package org.anshe.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.shared.OpenTo;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address of the application with one method. */
record Endpoint(HttpMethod method, String path, MediaType consumes, HandlerMethod handler) {

    static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z0-9]+)(:[^}]*)?}");

    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        List<Endpoint> found = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            HandlerMethod handler = entry.getValue();
            if (!handler.getBeanType().getPackageName().startsWith("org.anshe")) {
                continue;
            }
            RequestMappingInfo info = entry.getKey();
            MediaType consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .findFirst()
                    .orElse(MediaType.APPLICATION_JSON);
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    found.add(new Endpoint(HttpMethod.valueOf(method.name()), path, consumes, handler));
                }
            }
        }
        found.sort(Comparator.comparing(Endpoint::path)
                .thenComparing(one -> one.method().name()));
        return found;
    }

    boolean reads() {
        return method.equals(HttpMethod.GET);
    }

    boolean openTo(OpenTo.Audience audience) {
        OpenTo open = handler.getMethodAnnotation(OpenTo.class);
        return open != null && open.value() == audience;
    }

    boolean open() {
        return handler.hasMethodAnnotation(OpenTo.class);
    }

    /** Path variables in their order, each with the address up to it. */
    List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            variables.add(new Variable(matcher.group(1), path.substring(0, matcher.end()), matcher.group()));
        }
        return variables;
    }

    record Variable(String name, String address, String text) {}

    @Override
    public String toString() {
        return method + " " + path;
    }
}
