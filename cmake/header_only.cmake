# dateline_header_only(NAME HEADER): finds a header-only package and gives the interface target header_NAME.
#
# With Emscripten, /usr/include must never be on the include path (the host's libc would shadow Emscripten's), so the
# package's folder is linked into a folder of the build tree, and that folder alone goes on the path.
function(dateline_header_only name header)
  find_path(DATELINE_${name}_ROOT "${header}" PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT DATELINE_${name}_ROOT)
    message(FATAL_ERROR "${header} not found; build-scripts/setup installs it")
  endif()
  get_filename_component(folder "${header}" DIRECTORY)
  set(include_dir "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_dir}")
  file(CREATE_LINK "${DATELINE_${name}_ROOT}/${folder}" "${include_dir}/${folder}" SYMBOLIC)
  add_library(header_${name} INTERFACE)
  target_include_directories(header_${name} SYSTEM INTERFACE "${include_dir}")
endfunction()

dateline_header_only(json nlohmann/json.hpp)
if(NOT EMSCRIPTEN AND DATELINE_TESTS)
  dateline_header_only(doctest doctest/doctest.h)
endif()
