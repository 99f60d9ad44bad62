# dateline_options: the warnings and sanitizers that every target of the project is built with.
add_library(dateline_options INTERFACE)
target_compile_options(dateline_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(DATELINE_WERROR)
  target_compile_options(dateline_options INTERFACE -Werror)
endif()
# The same input gives the same bytes on every platform: no fused multiply-add where the source says two operations.
target_compile_options(dateline_options INTERFACE -ffp-contract=off)
if(DATELINE_SANITIZE)
  target_compile_options(dateline_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(dateline_options INTERFACE -fsanitize=address,undefined)
endif()
if(EMSCRIPTEN)
  # No -fexceptions: the library throws nothing, and catching costs size and speed. What does throw (memory) ends the call
  # as a JavaScript error, which wasm/dateline.js turns into a coded one.
  target_compile_options(dateline_options INTERFACE -msimd128)
endif()
